import { describe, expect, it } from "vitest";
import { cases } from "./cases.js";
import { compileAllWithPython, judgePython } from "./judge-python.js";

const isPython2 = (code: string) => /^print "/m.test(code);

describe("what is found in Python, and what is made of it", () => {
  it.each(cases)("$name", async ({ code, path, python }) => {
    const input = python === undefined ? {} : { python };
    const { findings, messages, fixed, asked } = await judgePython(code, input, path);
    expect({
      findings,
      messages,
      ...(fixed !== code && { fixed }),
      ...(asked !== fixed && { asked }),
    }).toMatchSnapshot();
  });

  it("is compiled by Python, before and after", async () => {
    const texts = new Set<string>();
    for (const { code, path, python } of cases.filter((each) => !isPython2(each.code))) {
      const { fixed, asked } = await judgePython(code, python === undefined ? {} : { python }, path);
      for (const text of [code, fixed, asked]) texts.add(text);
    }
    compileAllWithPython([...texts]);
  });

  it.each(cases)("$name: a second run changes nothing", async ({ code, path, python }) => {
    const input = python === undefined ? {} : { python };
    const { fixed, asked } = await judgePython(code, input, path);
    expect((await judgePython(fixed, input, path)).fixed).toBe(fixed);
    expect((await judgePython(asked, input, path)).asked).toBe(asked);
  });
});
