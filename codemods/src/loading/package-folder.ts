import { createRequire } from "node:module";
import path from "node:path";

/** Where tls-codemod is installed; the same for its sources, its compiled files and the program that is put together of them. */
export const packageFolder: string = path.dirname(createRequire(import.meta.url).resolve("tls-codemod/package.json"));
