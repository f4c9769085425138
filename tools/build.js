// Compiles all packages, and puts the command line together: `pnpm build`.
import { bundleProgram } from "./bundle-program.js";
import { compile } from "./compile.js";
import { copyParsers } from "./copy-parsers.js";

compile(".");
await Promise.all([bundleProgram(), copyParsers()]);
