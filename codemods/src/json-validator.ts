import { readFileSync } from "node:fs";
import type * as Ajv from "ajv/dist/2020.js";
import { requirePackage } from "./commonjs.js";

/** Says what is wrong with a content, as a sentence that names the field; undefined where nothing is. */
export type Validate = (content: unknown) => string | undefined;

/** A validator for a schema of this package: `report.schema.json`. */
export function jsonValidator(schemaName: string): Validate {
  const { Ajv2020 } = requirePackage("ajv/dist/2020.js") as typeof Ajv;
  const schema = JSON.parse(readFileSync(new URL(`../${schemaName}`, import.meta.url), "utf8"));
  const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
  return (content) => (validate(content) ? undefined : describe(validate.errors![0]!));
}

function describe({ instancePath, keyword, message, params }: NonNullable<Ajv.default["errors"]>[number]): string {
  const field = instancePath.slice(1).replaceAll(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
  if (keyword === "additionalProperties") return `there is no field \`${[field, params["additionalProperty"]].filter((part) => part !== "").join(".")}\`.`;
  const choices = keyword === "enum" ? `: ${(params["allowedValues"] as readonly unknown[]).join(", ")}` : "";
  return `${field === "" ? "the whole" : `\`${field}\``} ${message}${choices}.`;
}
