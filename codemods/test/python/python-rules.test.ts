import { describe, expect, it } from "vitest";
import { cases } from "./cases.js";
import { compileWithPython, judgePython } from "./judge-python.js";

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
    if (isPython2(code)) return;
    for (const text of new Set([code, fixed, asked])) compileWithPython(text);
  });

  it.each(cases)("$name: a second run changes nothing", async ({ code, path, python }) => {
    const input = python === undefined ? {} : { python };
    const { fixed, asked } = await judgePython(code, input, path);
    expect((await judgePython(fixed, input, path)).fixed).toBe(fixed);
    expect((await judgePython(asked, input, path)).asked).toBe(asked);
  });
});
