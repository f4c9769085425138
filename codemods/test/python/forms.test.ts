import { describe, expect, it } from "vitest";
import { weakForms } from "./forms.js";
import { compileAllWithPython, judgePython } from "./judge-python.js";
import { lookAlikes } from "./look-alikes.js";

const isPython2 = (code: string) => /^print "/m.test(code);

describe("forms in which programs weaken TLS", () => {
  const mended = new Set<string>();

  it.each(weakForms)("$name", async ({ code, finds }) => {
    const { findings, fixed, asked } = await judgePython(code);
    const found = findings.map((finding) => finding.split(" ").slice(0, 2).join(" "));
    expect(found).toEqual(expect.arrayContaining([...finds]));
    // what is mended gives no more edits
    const again = await judgePython(asked);
    expect(again.asked).toBe(asked);
    if (!isPython2(code)) for (const text of [fixed, asked]) mended.add(text);
  });

  it("are Python afterwards", () => {
    expect(mended.size).toBeGreaterThan(weakForms.length / 2);
    compileAllWithPython([...mended]);
  });
});

describe("programs in which nothing is weak", () => {
  it.each(lookAlikes)("%s", async (_name, code) => {
    const { findings, asked } = await judgePython(code);
    expect(findings.filter((finding) => finding.split(" ")[2] !== "note")).toEqual([]);
    expect(asked).toBe(code);
  });
});
