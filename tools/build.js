// Compiles all packages, and puts the command line together: `pnpm build`.
import { bundleProgram } from "./bundle-program.js";
import { compile } from "./compile.js";

compile(".");
await bundleProgram();
