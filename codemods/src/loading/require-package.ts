import { createRequire } from "node:module";

/**
 * Loads a package the CommonJS way. `import` would do too, but it first looks for the exports of one in CommonJS with a lexer,
 * and loading that takes longer than all else that a small check does. Packages of ES modules come this way too where they are to wait until they are needed.
 */
export const requirePackage: (name: string) => unknown = createRequire(import.meta.url);
