import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { hasPseudoTerminals, onTerminal } from "../harness/pseudo-terminal.js";
import { run } from "../harness/run.js";
import { ask, asked, plain, upgrade, upgraded } from "../harness/samples.js";

const files = { "a.js": upgrade + ask, "b.js": upgrade };

/** Runs `fix -i` with these answers, as if each were typed when asked. */
async function answer(
  answers: readonly string[],
  options: {
    readonly words?: readonly string[];
    readonly editor?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
) {
  const folder = createRepository(options.files ?? files);
  const ran = await run(folder, ["fix", "-i", ...(options.words ?? [])], {
    answers,
    isTerminal: true,
    env: { NO_COLOR: "1", ...(options.editor && { EDITOR: options.editor }) },
  });
  return { ...ran, texts: [folder.read("a.js"), folder.read("b.js")] };
}

describe("fix -i", () => {
  it.each([
    [
      ["y", "n", "y"],
      [upgraded + ask, upgraded],
    ],
    [
      ["n", "y", "n"],
      [upgrade + asked, upgrade],
    ],
    [
      ["n", "a"],
      [upgrade + asked, upgraded],
    ],
    [
      ["s", "y"],
      [upgrade + ask, upgraded],
    ],
    [
      ["y", "q"],
      [upgraded + ask, upgrade],
    ],
    [
      ["what?", "Y", "n", "n"],
      [upgraded + ask, upgrade],
    ],
    [["y"], [upgraded + ask, upgrade]],
  ])("%j", async (answers, texts) => {
    expect((await answer(answers)).texts).toEqual(texts);
  });

  it("shows each edit with what it does, and explains the letters", async () => {
    const { stderr, stdout } = await answer(["?", "q"]);
    expect(stderr).toContain(`a.js
  1:26   error  no-legacy-secure-protocol`);
    expect(stderr).toContain(`      - ${upgrade}      + ${upgraded}`);
    expect(stderr).toMatch(/1\/3 .+ \[y,n,a,s,e,c,b,m,w,q,\?\] /);
    expect(stderr).toContain("  s  leave the rest of this file\n");
    expect(stdout).toContain("fixed 0 findings in 0 files");
  });

  it("counts through the whole run, says who may stop connecting, and says more about the rule", async () => {
    const { stderr } = await answer(["w", "n", "n", "n"]);
    expect([...stderr.matchAll(/(\d\/3) /g)].map(([, count]) => count)).toEqual(["1/3", "1/3", "2/3", "3/3"]);
    expect(stderr).toContain("\n      Who may stop connecting: Peers that speak nothing newer than TLS 1.1");
    expect(stderr).toContain("On the authority of:\n");
  });

  it.each([
    ["--no-color", {}, false],
    ["--color", { NO_COLOR: "1" }, true],
  ] as const)("asks with %s as it says", async (word, env, isColored) => {
    const { stderr } = await run(createRepository(files), ["fix", "-i", word], {
      answers: ["q"],
      isTerminal: true,
      env,
    });
    // reading from a terminal moves the cursor too
    expect(/\u001b\[[\d;]+m/.test(stderr)).toBe(isColored);
  });

  it("asks about the grades of --only", async () => {
    expect((await answer(["y"], { words: ["--only", "ask"] })).texts).toEqual([upgrade + asked, upgrade]);
  });

  describe("asks on about what is found only after edits that were agreed to", () => {
    const text = "require('tls').connect({ host, ecdhCurve: 'X25519:P-256', maxVersion: 'TLSv1.2' });\n";
    const fixed = async () => {
      const folder = createRepository({ "a.js": text });
      await run(folder, ["fix", "--ask"]);
      return folder.read("a.js");
    };
    const first = "require('tls').connect({ host, ecdhCurve: 'X25519:P-256' });\n";
    const answered = (...answers: readonly string[]) => answer(answers, { files: { "a.js": text, "b.js": plain } });

    it("so that saying yes to all gives what `fix --ask` gives", async () => {
      const all = await fixed();
      expect([all === text, all === first]).toEqual([false, false]);
      for (const answers of [["y", "y"], ["a"]]) expect((await answered(...answers)).texts[0]).toBe(all);
    });

    it.each([
      [["y", "n"], first],
      [["y", "s"], first],
      [["y", "q"], first],
      [["y"], first],
      [["n"], text],
      [["s"], text],
    ])("%j", async (answers, expected) => {
      expect((await answered(...answers)).texts[0]).toBe(expected);
    });

    it("with the lines as they are by then", async () => {
      const { stderr } = await answered("y", "n");
      expect(stderr).toContain(`a.js as it is after these edits
  1:`);
      expect(stderr).toContain(`      - ${first}`);
      expect(stderr.match(/\[y,n,a,s,e,c,b,m,w,q,\?\]/g)).toHaveLength(2);
    });

    it("in other files, too", async () => {
      const files = {
        "package.json": '{ "name": "application", "private": true, "type": "module" }\n',
        "a.js": "export const options = { ecdhCurve: 'X25519:P-256', maxVersion: 'TLSv1.2' };\n",
        "b.js": `import { options } from './a.js';
import tls from 'node:tls';
tls.connect({ ...options, host, ciphers: 'RC4-SHA' });
`,
      };
      const folder = createRepository(files);
      await run(folder, ["fix", "--ask"]);
      const { texts, stdout } = await answer(["a"], { files });
      expect(texts).toEqual([folder.read("a.js"), folder.read("b.js")]);
      expect([texts[0] === files["a.js"], stdout.includes("nothing left to find")]).toEqual([false, true]);
    });

    it.each([[["y", "y"]], [["a"]], [["y", "n"]], [["n"]]])(
      "and marks what is left with --mark: %j",
      async (answers) => {
        const marked = await answer(answers, { words: ["--mark"], files: { "a.js": text, "b.js": plain } });
        const folder = createRepository({ "a.js": (await answered(...answers)).texts[0]! });
        await run(folder, ["fix", "--only", "fix", "--mark"]);
        expect(folder.read("a.js").includes("@tls-codemod-todo")).toBe(answers.includes("n"));
        expect(marked.texts[0]).toBe(folder.read("a.js"));
      },
    );

    it("and takes lines that are written by hand there", async () => {
      const { texts } = await answer(["y", "e"], {
        files: { "a.js": `first();\n${text}last();\n`, "b.js": plain },
        editor: `sed -i "s/host/name/"`,
      });
      const all = await fixed();
      expect(texts[0]).toBe(`first();\n${all.replace("host", "name")}last();\n`);
    });
  });

  it("shows three lines above and below an edit, and its place in the whole run", async () => {
    const lines = ["first();", "second();", "third();", "fourth();"];
    const text = `${lines.join("\n")}\n${upgrade}${lines.join("\n")}\n`;
    const { stderr } = await answer(["n"], { files: { "a.js": text, "b.js": plain } });
    const [above, below] = [lines.slice(1), lines.slice(0, 3)].map((some) =>
      some.map((line) => `        ${line}\n`).join(""),
    );
    expect(stderr).toContain(`${above}      - ${upgrade}      + ${upgraded}${below}      Who may stop`);
    expect(stderr).toContain("1/1 Replace");
    expect(stderr).not.toContain("first();\n        second();\n        third();\n      -");
  });

  describe("accepts a finding with a reason", () => {
    const open = async (texts: readonly string[]) => {
      const folder = createRepository({ "a.js": texts[0]!, "b.js": texts[1]! });
      const { stdout } = await run(folder, ["check", "--format", "json", "--fail-on", "none"]);
      const { findings } = JSON.parse(stdout) as { findings: readonly { status: string; reason: string | null }[] };
      return findings.map(({ status, reason }) => `${status} ${reason ?? ""}`.trim());
    };

    it("in a comment", async () => {
      const { texts, stdout } = await answer(["c", "an old box */ in the lab", "y", "n"]);
      expect(texts).toEqual([
        `require('tls').connect({ /* @tls-codemod-ignore no-legacy-secure-protocol -- an old box * / in the lab */ secureProtocol: 'TLS_method' });\n${asked}`,
        upgrade,
      ]);
      expect(stdout).toContain("fixed 1 finding");
      expect(await open(texts)).toEqual(["suppressed an old box * / in the lab", "new"]);
    });

    it("on a line of its own where the option has one", async () => {
      const text = "require('tls').connect({\n  host,\n  secureProtocol: 'TLS_method',\n});\n";
      const { texts } = await answer(["c", "why"], { files: { "a.js": text, "b.js": plain } });
      expect(texts[0]).toBe(
        text.replace("  secure", "  /* @tls-codemod-ignore no-legacy-secure-protocol -- why */\n  secure"),
      );
    });

    it("in the baseline, as the code is after the other edits", async () => {
      const both = "require('tls').connect({ secureProtocol: 'TLS_method', rejectUnauthorized: false });\n";
      const folder = createRepository({ "a.js": both });
      const ran = await run(folder, ["fix", "-i"], {
        answers: ["y", "b", "the lab's own authority"],
        isTerminal: true,
        env: { NO_COLOR: "1" },
      });
      const { findings } = JSON.parse(folder.read(".tls-codemod-baseline.json"));
      expect(findings).toMatchObject([
        { path: "a.js", rule: "no-disabled-certificate-verification", reason: "the lab's own authority" },
      ]);
      expect([ran.exitCode, ran.stdout.includes("1 in baseline")]).toEqual([0, true]);
      const again = await run(folder, ["check"]);
      expect([again.exitCode, folder.read("a.js").includes("minVersion")]).toEqual([0, true]);
      await run(folder, ["baseline"]);
      expect(JSON.parse(folder.read(".tls-codemod-baseline.json"))).toMatchObject({
        findings: [{ reason: expect.stringContaining("lab") }],
      });
    });

    it.each(["c", "b"])("not without one: %s", async (letter) => {
      const { texts, stderr } = await answer([letter, " ", "n", "n"]);
      expect(texts).toEqual([upgrade + ask, upgrade]);
      expect(stderr).toContain("Without a reason it is left as it is.\n");
    });

    it("offers no baseline with --no-baseline, and no comments where a file takes none", async () => {
      expect((await answer(["q"], { words: ["--no-baseline"] })).stderr).toContain("[y,n,a,s,e,c,m,w,q,?] ");
      const folder = createRepository({ ".npmrc": "strict-ssl=false\n" });
      const { stderr } = await run(folder, ["fix", "-i"], { answers: ["q"], isTerminal: true });
      expect(stderr).toContain("[y,n,a,s,e,b,w,q,?] ");
    });
  });

  it("marks a finding for somebody to look at", async () => {
    const { texts } = await answer(["m", "n", "y"]);
    expect(texts[0]).toMatch(
      /^require\('tls'\)\.connect\(\{ \/\* @tls-codemod-todo no-legacy-secure-protocol: .+ \*\/ secureProtocol/,
    );
    expect(texts[1]).toBe(upgraded);
  });

  describe.runIf(hasPseudoTerminals())("on a real terminal", () => {
    const pressed = async (...keys: readonly string[]) => {
      const folder = createRepository(files);
      const shown = await onTerminal(
        folder,
        ["fix", "-i"],
        { NO_COLOR: "1", TLS_CODEMOD_STATE: createFolder().path },
        keys,
      );
      return { shown, texts: [folder.read("a.js"), folder.read("b.js")] };
    };

    it("takes single keys, and is not put off by Enter and arrows", async () => {
      const { texts, shown } = await pressed("y", "n", "y");
      expect(texts).toEqual([upgraded + ask, upgraded]);
      expect(shown).toMatch(/\?\] y\r\n/);
      expect((await pressed("y\r", "\u001b[An", "y")).texts).toEqual([upgraded + ask, upgraded]);
    });

    it("takes a reason as a line", async () => {
      const { texts } = await pressed("c", "it is old\r", "n", "y");
      expect(texts[0]).toContain("@tls-codemod-ignore no-legacy-secure-protocol -- it is old */");
      expect(texts[1]).toBe(upgraded);
    });

    it("ends with Ctrl-D as with q, and with Ctrl-C without a change", async () => {
      expect((await pressed("y", "\u0004")).texts).toEqual([upgraded + ask, upgrade]);
      const { texts, shown } = await pressed("y", "\u0003");
      expect(texts).toEqual([files["a.js"], files["b.js"]]);
      expect(shown).toContain("SIGINT");
    });
  });

  it("takes lines that are written by hand", async () => {
    const { texts } = await answer(["e", "n", "n"], { editor: `sed -i "s/TLSv1.2/TLSv1.3/"` });
    expect(texts).toEqual([upgraded.replace("TLSv1.2", "TLSv1.3") + ask, upgrade]);
  });

  it("does not take lines that do not parse", async () => {
    const { texts, stderr } = await answer(["e", "n", "n"], { editor: `sed -i "s/{/(/"` });
    expect(texts).toEqual([upgrade + ask, upgrade]);
    expect(stderr).toContain(
      "These lines cannot be used, so it is left as it is: left as it was: The edited text does not parse",
    );
  });

  it("leaves as it is what nobody saved, and takes what was saved as it was offered", async () => {
    const left = await answer(["e", "n", "n"], { editor: "true" });
    expect(left.texts).toEqual([upgrade + ask, upgrade]);
    expect(left.stderr).toContain("Nothing was saved. It is left as it is.");
    expect((await answer(["e", "n", "n"], { editor: "touch" })).texts).toEqual([upgraded + ask, upgrade]);
  });

  it("does not take lines from an editor that fails", async () => {
    const { texts, stderr } = await answer(["e", "n", "n"], { editor: "false" });
    expect(texts).toEqual([upgrade + ask, upgrade]);
    expect(stderr).toContain("The editor `false` ended with exit code 1; $EDITOR names another. It is left as it is.");
  });

  it.each([{ isTerminal: false }, { isTerminal: true, env: { CI: "true" } }])(
    "is refused where nobody can answer: %j",
    async (options) => {
      const folder = createRepository(files);
      expect(await run(folder, ["fix", "-i"], options)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("-i asks questions, and there is no terminal"),
      });
      expect(folder.read("a.js")).toBe(files["a.js"]);
    },
  );

  it("asks nothing with --no-interactive behind it, and applies what fix applies by itself", async () => {
    const { texts, stderr } = await answer(["n", "n", "n"], { words: ["--no-interactive"] });
    expect([texts, stderr]).toEqual([[upgraded + ask, upgraded], ""]);
  });
});
