import { describe, expect, it } from "vitest";
import { cases } from "./cases.js";
import { compile, hasCompiler, judgeC } from "./judge-c.js";

const inputOf = (openssl: string | undefined) => (openssl === undefined ? {} : { openssl });
const languageOf = (path: string | undefined) => (path?.endsWith(".cpp") ? "cpp" : "c");
// what no header of OpenSSL knows any more, or what is another library's
const isCompilable = (code: string) => !/wolfssl/.test(code);

describe("what is found in C and C++, and what is made of it", () => {
  it.each(cases)("$name", async ({ code, path, openssl }) => {
    const { findings, messages, fixed, asked } = await judgeC(code, inputOf(openssl), path);
    expect({
      findings,
      messages,
      ...(fixed !== code && { fixed }),
      ...(asked !== fixed && { asked }),
    }).toMatchSnapshot();
  });

  it.each(cases)("$name: a second run changes nothing", async ({ code, path, openssl }) => {
    const { fixed, asked } = await judgeC(code, inputOf(openssl), path);
    expect((await judgeC(fixed, inputOf(openssl), path)).fixed).toBe(fixed);
    expect((await judgeC(asked, inputOf(openssl), path)).asked).toBe(asked);
  });

  describe.each(["c", "cpp"] as const)("the compiler of %s, which needs gcc and OpenSSL's headers,", (language) => {
    const own = cases.filter(({ path, code }) => languageOf(path) === language && isCompilable(code));
    it.skipIf(!hasCompiler[language]).each(own)("takes $name before and after", async ({ code, path, openssl }) => {
      const { fixed, asked } = await judgeC(code, inputOf(openssl), path);
      for (const text of new Set([code, fixed, asked])) compile(text, language);
    });
  });
});
