import type { TSESTree } from "@typescript-eslint/types";
import { runtimeFor, secureOption } from "tls-policy";
import type { FileView } from "../program/file-view.js";
import type { Leaf } from "./leaves.js";
import { memberOf, membersOf, type ModuleMember } from "./module-bindings.js";
import { propertyNames } from "./property-name.js";

/** Bits that OpenSSL groups under one name; without SSL_OP_LEGACY_SERVER_CONNECT, which only the one of OpenSSL 1.1.1 includes. */
const allWorkarounds = 0x80000850;

/** The same list on every release from Node 12 to 26. */
const defaultCiphers = runtimeFor("20.0.0").defaultCiphers;

const constantHolders: Readonly<Record<string, string>> = { constants: "", crypto: "constants" };

const names = /^(SSL_OP_\w+|DEFAULT_CIPHERS|default(Core)?CipherList)$/;

/** The values that Node gives to its own names: `crypto.constants.SSL_OP_NO_TLSv1`, `tls.DEFAULT_CIPHERS`, under whatever local name. */
export function nodeConstants({
  program,
  node,
  path,
}: Pick<Leaf, "program" | "node" | "path">): readonly (number | string)[] {
  if (!lastNames(program, node, path).some((name) => names.test(name))) return [];
  const members = path.reduce((found, name) => found.map((member) => memberOf(member, name)), membersOf(program, node));
  return members.flatMap((member) => valueOf(member) ?? []);
}

function lastNames(program: FileView, node: TSESTree.Node, path: readonly string[]): readonly string[] {
  if (path.length > 0) return path.slice(-1);
  if (node.type === "MemberExpression") return propertyNames(program, node) ?? [];
  return node.type === "ImportSpecifier" && node.imported.type === "Identifier" ? [node.imported.name] : [];
}

function valueOf({ module, path }: ModuleMember): number | string | undefined {
  const name = path.at(-1);
  if (name === undefined) return;
  if (module === "tls") return name === "DEFAULT_CIPHERS" && path.length === 1 ? defaultCiphers : undefined;
  if (constantHolders[module] !== path.slice(0, -1).join(".")) return;
  if (name === "defaultCipherList" || name === "defaultCoreCipherList") return defaultCiphers;
  return name.startsWith("SSL_OP_") ? bitOf(name) : undefined;
}

/** OpenSSL keeps names of options that it no longer has, with the value 0. */
function bitOf(name: string): number {
  return name === "SSL_OP_ALL" ? allWorkarounds : (secureOption(name)?.bit ?? 0);
}
