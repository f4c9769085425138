import type { Validator } from "../files/json-problem.js";

/** Made of config.schema.json by `tools/build.js`. */
export declare const validate: Validator;
