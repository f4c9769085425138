import type { ClientSide } from "../../define-client.js";
import type { CheckedNode, CheckedSymbol } from "./type-checker.js";

/** Where `@types/node` declares TLS options, and the side whose options they are. The other TLS types take theirs from these. */
const nodeTypes: Readonly<Record<string, ClientSide>> = {
  "tls.SecureContextOptions": "unknown",
  "tls.CommonConnectionOptions": "unknown",
  "tls.TLSSocketOptions": "unknown",
  "tls.ConnectionOptions": "client",
  "tls.TlsOptions": "server",
  "https.RequestOptions": "client",
  "https.AgentOptions": "client",
};

/** The side of Node's own TLS options that a property is declared for; undefined for a property of another type. */
export function nodeSideOf({ declarations = [] }: CheckedSymbol): ClientSide | undefined {
  const sides = declarations.flatMap(
    (declaration) => nodeTypes[`${nodeModuleOf(declaration)}.${nameOfType(declaration)}`] ?? [],
  );
  return sides.find((side) => side !== "unknown") ?? sides[0];
}

/** Whether a property is declared in the program's own code, as a member of a type and not by being used. */
export function isDeclaredInApplication({ declarations = [] }: CheckedSymbol): boolean {
  return (
    declarations.length > 0 &&
    declarations.every((declaration) => isMember(declaration) && !/\/node_modules\//.test(fileOf(declaration)))
  );
}

function nodeModuleOf(declaration: CheckedNode): string | undefined {
  return /\/node_modules\/@types\/node\/(\w+)\.d\.ts$/.exec(fileOf(declaration))?.[1];
}

function fileOf(declaration: CheckedNode): string {
  return declaration.getSourceFile().fileName;
}

/** A syntax node, whose kind is told by what it has: the numbers of kinds differ between releases of TypeScript. */
interface Syntax {
  readonly parent?: Syntax;
  readonly name?: { readonly text?: string };
  readonly members?: readonly unknown[];
}

/** The name of the interface, class or type alias around a member. */
function nameOfType(declaration: CheckedNode): string | undefined {
  let node = (declaration as Syntax).parent;
  while (node && !node.name) node = node.parent;
  return node?.name?.text;
}

function isMember(declaration: CheckedNode): boolean {
  return (declaration.parent as Syntax).members?.includes(declaration) ?? false;
}
