import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { arrivingTlsOptions } from "./arriving-tls-options.js";
import { calledTlsOptions } from "./called-tls-options.js";
import { likelyConnectionStrings } from "./likely-connection-strings.js";
import { likelyProxies } from "./likely-proxies.js";
import { likelyTlsOptions } from "./likely-tls-options.js";
import type { TlsOptions } from "./tls-options.js";
import { typedTlsOptions } from "./typed-tls-options.js";

/** Every set of TLS options in a file: those that reach a known TLS call in it or in a file that imports it first, then those that types prove, then those of unmistakable shape. */
export const findTlsOptions: (program: FileView) => readonly TlsOptions[] = oncePerFile((program) => {
  const own = calledTlsOptions(program);
  const called = [...own, ...arrivingTlsOptions(program, nodesOf(own))];
  const typed = typedTlsOptions(program, nodesOf(called));
  const proven = [...called, ...typed];
  const claimed = nodesOf(proven);
  return [
    ...proven,
    ...likelyTlsOptions(program, claimed),
    ...likelyProxies(program, claimed),
    ...likelyConnectionStrings(program, claimed),
  ];
});

function nodesOf(found: readonly TlsOptions[]): ReadonlySet<TSESTree.Node> {
  return new Set(
    found.flatMap((options) => [
      ...options.writes.map((write) => write.node),
      ...options.allValues().map((value) => value.node),
    ]),
  );
}
