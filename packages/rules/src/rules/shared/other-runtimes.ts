import type { TSESTree } from "@typescript-eslint/types";
import { type Call, type FileView, isCall } from "../../source/program/file-view.js";
import { unwrap } from "../../source/program/unwrap.js";
import type { PropertyWrite } from "../../source/values/layers.js";
import { layerUnder } from "../../source/values/object-model.js";
import { knownValue } from "../../source/values/static-value.js";

/** A TLS option that another runtime reads where Node has none. */
interface OptionElsewhere {
  readonly runtime: string;
  /** A global, or a member of one. */
  readonly callee: string;
  readonly at: readonly [argument: number, ...path: string[]];
  readonly option: string;
  readonly weak: boolean;
  readonly effect: string;
}

const anyCertificate = "accepts any certificate";
const anyHost = "accepts a valid certificate for any other host";

/** Bun: `BunFetchRequestInit`, `Bun.WebSocketOptions` of bun-types 1.4.5. Deno: `ConnectTlsOptions`, `StartTlsOptions` of @types/deno 2.7.0. */
const elsewhere: readonly OptionElsewhere[] = [
  ...["fetch", "WebSocket"].map((callee) => ({
    runtime: "Bun",
    callee,
    at: [1, "tls"] as const,
    option: "rejectUnauthorized",
    weak: false,
    effect: anyCertificate,
  })),
  ...["Deno.connectTls", "Deno.startTls"].map((callee) => ({
    runtime: "Deno",
    callee,
    at: [callee === "Deno.startTls" ? 1 : 0] as const,
    option: "unsafelyDisableHostnameVerification",
    weak: true,
    effect: anyHost,
  })),
];

/** What a program says to a runtime that is not Node. */
export interface SaidElsewhere {
  readonly write: PropertyWrite;
  readonly runtime: string;
  readonly effect: string;
}

/** The weak options of calls that only another runtime reads. */
export function optionsElsewhere(program: FileView): readonly SaidElsewhere[] {
  return program.calls.flatMap((call) => {
    const name = globalCallee(program, call);
    return elsewhere
      .filter(({ callee }) => callee === name)
      .flatMap(({ at: [index, ...path], option, weak, runtime, effect }) => {
        const argument = call.arguments[index];
        if (!argument || argument.type === "SpreadElement") return [];
        const writes = layerUnder(program, argument, path).writes.get(option) ?? [];
        return writes
          .filter((write) => knownValue(write.program, write.value) === weak && isCallOf(call, write.node))
          .map((write) => ({ write, runtime, effect }));
      });
  });
}

function globalCallee(program: FileView, { callee }: Call): string | undefined {
  const node = unwrap(callee);
  const root = node.type === "MemberExpression" ? unwrap(node.object) : node;
  return root.type === "Identifier" && program.isGlobal(root) ? program.textOf(node) : undefined;
}

/** Objects that stand elsewhere may be handed to other calls too. */
function isCallOf(call: Call, node: TSESTree.Node): boolean {
  let { parent } = node;
  while (parent && !isCall(parent)) ({ parent } = parent);
  return parent === call;
}
