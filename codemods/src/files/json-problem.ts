/** A validator that the build has made of a schema of this package; it leaves what is wrong behind. */
export interface Validator {
  (content: unknown): boolean;
  errors?: readonly Problem[] | null;
}

interface Problem {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong with a content, as a sentence that names the field; undefined where nothing is. */
export function jsonProblem(validate: Validator, content: unknown): string | undefined {
  return validate(content) ? undefined : describe(validate.errors![0]!);
}

function describe({ instancePath, keyword, message, params }: Problem): string {
  const field = instancePath
    .slice(1)
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".");
  if (keyword === "additionalProperties")
    return `there is no field \`${[field, params["additionalProperty"]].filter((part) => part !== "").join(".")}\`.`;
  const choices = keyword === "enum" ? `: ${(params["allowedValues"] as readonly unknown[]).join(", ")}` : "";
  return `${field === "" ? "the whole" : `\`${field}\``} ${message}${choices}.`;
}
