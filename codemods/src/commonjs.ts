import { createRequire } from "node:module";

/**
 * Loads a CommonJS package the CommonJS way. `import` would do too, but it first looks for the package's exports with a lexer,
 * and loading that takes longer than all else that a small check does.
 */
export const requirePackage: (name: string) => unknown = createRequire(import.meta.url);
