import type { TSESTree } from "@typescript-eslint/types";
import { likelyConnectionStrings } from "./likely-connection-strings.js";
import { likelyTlsOptions } from "./likely-tls-options.js";
import { oncePerFile } from "../program/once.js";
import type { Program } from "../program/program.js";
import { provenConnectionStrings } from "./proven-connection-strings.js";
import { provenTlsOptions } from "./proven-tls-options.js";
import { settingsObjects } from "./settings-objects.js";
import { switches } from "./switches.js";
import type { TlsOptions } from "./tls-options.js";

/** Every set of TLS options in a file: those that reach a known TLS call first, then those of unmistakable shape. */
export const findTlsOptions: (program: Program) => readonly TlsOptions[] = oncePerFile((program) => {
  const proven = [...provenTlsOptions(program), ...settingsObjects(program), ...provenConnectionStrings(program), ...switches(program)];
  const claimed = new Set<TSESTree.Node>(
    proven.flatMap((options) => [...options.writes.map((write) => write.node), ...options.allValues().map((value) => value.node)]),
  );
  return [...proven, ...likelyTlsOptions(program, claimed), ...likelyConnectionStrings(program, claimed)];
});
