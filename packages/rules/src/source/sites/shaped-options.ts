import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { guardOfCallers } from "../values/call-contexts.js";
import { layerOfWrites, type PropertyWrite } from "../values/layers.js";
import { knownValue } from "../values/static-value.js";
import type { OptionShape } from "./option-shapes.js";
import { createTlsOptions, type TlsOptions, type TlsSite } from "./tls-options.js";
import { unmistakableWords } from "./unmistakable-words.js";

/** The writes of an object that are not already tied to a call. */
export function unclaimedWrites(
  { writes }: OptionShape,
  claimed: ReadonlySet<TSESTree.Node>,
): readonly PropertyWrite[] {
  return writes.filter((write) => !claimed.has(write.node) && !claimed.has(unwrap(write.value)));
}

/** The options that an object holds whose call is out of sight. */
export function shapedOptions(
  program: FileView,
  { anchor, covering }: OptionShape,
  writes: readonly PropertyWrite[],
  kind: Pick<TlsSite, "side" | "certainty">,
): TlsOptions {
  const site: TlsSite = {
    ...kind,
    client: undefined,
    scope: "connection",
    unverified: false,
    anchor,
    guard: guardOfCallers(program, anchor),
    vocabulary: unmistakableWords,
    forwards: undefined,
  };
  const layer = { ...layerOfWrites(writes, false), covering, complete: false };
  const side = writes.some(isOfServer) ? "server" : kind.side;
  return { ...createTlsOptions({ ...site, side }, layer), optional: new Set() };
}

/** No client asks for a certificate, or can connect with a method of servers. */
function isOfServer({ key, program, value }: PropertyWrite): boolean {
  return (
    key === "requestCert" || (key === "secureProtocol" && /_server_method$/.test(String(knownValue(program, value))))
  );
}
