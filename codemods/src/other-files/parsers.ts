import { createRequire } from "node:module";

// each is loaded with the first candidate of its kind, because most runs meet none, and `import()` would make reading asynchronous
const load = createRequire(import.meta.url);

export const jsonParser = () => load("jsonc-parser") as typeof import("jsonc-parser");
export const yamlParser = () => load("yaml") as typeof import("yaml");
export const tomlParser = () => (load("toml-eslint-parser") as typeof import("toml-eslint-parser")).parseTOML;
export const dockerfileParser = () => (load("dockerfile-ast") as typeof import("dockerfile-ast")).DockerfileParser;
