import { requirePackage } from "./require-package.js";

/** The version of tls-codemod. */
export const toolVersion: string = (requirePackage("tls-codemod/package.json") as { readonly version: string }).version;
