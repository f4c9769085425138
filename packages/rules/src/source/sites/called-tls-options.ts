import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { provenConnectionStrings } from "./proven-connection-strings.js";
import { provenTlsOptions } from "./proven-tls-options.js";
import { settingsObjects } from "./settings-objects.js";
import { switches } from "./switches.js";
import type { TlsOptions } from "./tls-options.js";

/** The options that reach a known TLS call of a file, wherever they stand. */
export const calledTlsOptions: (program: FileView) => readonly TlsOptions[] = oncePerFile((program) => [
  ...provenTlsOptions(program),
  ...settingsObjects(program),
  ...provenConnectionStrings(program),
  ...switches(program),
]);
