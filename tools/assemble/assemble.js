import { bundleProgram } from "./bundle-program.js";
import { writeCommonJsTransforms } from "./common-js-transforms.js";
import { copyParsers } from "./copy-parsers.js";
import { makeValidators } from "./make-validators.js";

/** Adds to the compiled command line what no compiler makes of its sources: validators, parsers, transforms as CommonJS, and the program in few files. */
export async function assembleCommandLine() {
  await Promise.all([makeValidators(), copyParsers(), writeCommonJsTransforms()]);
  await bundleProgram("compiled");
}

/** Puts the command line together from its sources alone: who only wants to run it waits for no compiler. */
export async function assembleSources() {
  await Promise.all([makeValidators(), copyParsers()]);
  await bundleProgram("written");
}
