import { oncePerFile } from "../program/once.js";
import type { Program } from "../program/program.js";
import { provenConnectionStrings } from "./proven-connection-strings.js";
import { provenTlsOptions } from "./proven-tls-options.js";
import { settingsObjects } from "./settings-objects.js";
import { switches } from "./switches.js";
import type { TlsOptions } from "./tls-options.js";

/** The options that reach a known TLS call of a file, wherever they stand. */
export const calledTlsOptions: (program: Program) => readonly TlsOptions[] = oncePerFile((program) => [
  ...provenTlsOptions(program),
  ...settingsObjects(program),
  ...provenConnectionStrings(program),
  ...switches(program),
]);
