// Compiles all packages, and puts the command line together: `pnpm build`.
import { bundleProgram } from "./bundle-program.js";
import { compile } from "./compile.js";
import { copyParsers } from "./copy-parsers.js";
import { makeValidators } from "./make-validators.js";

compile(".");
await Promise.all([makeValidators(), copyParsers()]);
await bundleProgram();
