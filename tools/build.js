// Compiles all packages, and puts the command line together: `pnpm build`.
import { assembleCommandLine } from "./assemble/assemble.js";
import { compile } from "./compile.js";

compile(".");
await assembleCommandLine();
