import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { root } from "./workspace-packages.js";

interface Field {
  readonly type: string;
  readonly id: string;
  readonly attributes: { readonly label: string };
  readonly validations: { readonly required: boolean };
}

const folder = join(root, ".github/ISSUE_TEMPLATE");
const forms = readdirSync(folder).filter((name) => name !== "config.yml");

describe.each(forms)("the issue form %s", (name) => {
  const document = parseDocument(readFileSync(join(folder, name), "utf8"));
  const form = document.toJS() as { name: string; description: string; labels: readonly string[]; body: Field[] };

  it("has the fields that GitHub asks for, each with a name of its own", () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(form).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      labels: [expect.any(String)],
    });
    const ids = form.body.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes, validations } of form.body) {
      expect(["input", "textarea"]).toContain(type);
      expect([attributes.label, validations.required]).toEqual([expect.any(String), true]);
    }
  });

  it("has a label that a publisher is told of", () => {
    const told = readFileSync(join(root, "docs/releasing.md"), "utf8");
    expect(form.labels.filter((label) => !told.includes(`\`${label}\``))).toEqual([]);
  });
});
