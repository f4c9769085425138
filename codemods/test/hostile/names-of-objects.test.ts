import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade, upgraded } from "../harness/samples.js";

/** What every object answers to, whoever made it. */
const names = [
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "__proto__",
  "__defineGetter__",
];
const ordinary = "anything";

/** Each place where a repository may have a name, with something to find beside it. */
const files: Readonly<Record<string, string>> = {
  "module.js":
    "const m = require('NAME'); m.connect({ host, minVersion: 'TLSv1' });\nrequire('tls').connect({ minVersion: 'TLSv1' });\n",
  "import.mjs":
    "import { NAME } from 'tls';\nimport all, { connect } from 'NAME/NAME';\nconnect({ minVersion: 'TLSv1', host }); const x = NAME;\n",
  "member.js":
    "const tls = require('tls');\ntls.connect({ minVersion: 'TLSv1', host: tls.NAME, port: tls.connect.NAME, path: tls['NAME'].NAME }); tls.NAME(1);\n",
  "crypto.js":
    "const c = require('crypto').constants;\nrequire('tls').connect({ secureOptions: c.NAME | c.SSL_OP_NO_TLSv1_2, host: require('NAME').NAME.NAME });\n",
  "variable.js":
    "const NAME = { minVersion: 'TLSv1' }; const f = (o) => o.NAME; require('tls').connect({ ...NAME, host: f(NAME) });\n",
  "key.js":
    "require('tls').connect({ 'NAME': 'TLSv1', minVersion: 'TLSv1', ['NAME']: 1 });\nrequire('axios').get(u, { httpsAgent: { NAME: 1 } });\n",
  "class.js":
    "class A { NAME() { return { minVersion: 'TLSv1', host }; } } new A().NAME(); A.NAME.x(1); require('tls').connect(new A().NAME());\n",
  "value.js":
    "require('tls').connect({ minVersion: 'NAME', ciphers: 'NAME:!NAME:kNAME+NAME:AES128-SHA', sigalgs: 'NAME+SHA1:RSA+NAME:NAME', ecdhCurve: 'NAME:P-256', secureProtocol: 'NAME' });\n",
  "registry.js":
    "const all = { NAME: { minVersion: 'TLSv1' } }; require('tls').connect(all['NAME']); require('tls').connect(all[NAME]);\n",
  "comment.js": `// @tls-codemod-ignore NAME -- NAME\n${upgrade}`,
  "exports.js": "exports.NAME = { minVersion: 'TLSv1' };\n",
  "imports.js": "const { NAME } = require('./exports'); require('tls').connect(NAME);\n",
  "NAME.js": upgrade,
  "NAME/a.js": upgrade,
  "env.js": "process.env.NAME = '0'; process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'; delete process.env.NAME;\n",
  ".env": "NAME=0\nNODE_TLS_REJECT_UNAUTHORIZED=0\nNODE_OPTIONS=--NAME=1 --tls-min-v1.0\n",
  ".npmrc": "NAME=false\nstrict-ssl=false\n",
  "openssl.cnf":
    "openssl_conf = NAME\n[NAME]\nssl_conf = NAME2\n[NAME2]\nsystem_default = NAME3\n[NAME3]\nNAME = TLSv1\nMinProtocol = TLSv1\nCipherString = NAME\n",
  Dockerfile:
    "FROM node\nENV NAME=0 NODE_TLS_REJECT_UNAUTHORIZED=0\nNAME x\nRUN NAME --NAME && npm config set strict-ssl false\n",
  "compose.yaml":
    "services:\n  NAME:\n    image: node\n    environment:\n      NAME: 1\n      NODE_TLS_REJECT_UNAUTHORIZED: 0\n",
  ".github/workflows/a.yml":
    "jobs:\n  NAME:\n    runs-on: x\n    env: { NAME: 1, NODE_TLS_REJECT_UNAUTHORIZED: 0 }\n    steps: [{ uses: NAME/NAME@v1, with: { NAME: 1 } }, { run: NAME }]\n",
  "package.json":
    '{ "private": true, "name": "NAME", "scripts": { "NAME": "NODE_TLS_REJECT_UNAUTHORIZED=0 NAME" }, "dependencies": { "NAME": "file:NAME" }, "engines": { "NAME": "1" } }\n',
  "run.sh": "export NAME=1 NODE_TLS_REJECT_UNAUTHORIZED=0\nNAME -k; curl --NAME -k https://example.org\n",
  "a.py":
    "import ssl, NAME\nctx = ssl.NAME(ssl.NAME)\nctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\nctx.NAME('x')\nctx.NAME = 1\nNAME.NAME(minimum_version=ssl.TLSVersion.NAME)\nssl.create_default_context().set_ciphers('NAME')\n",
};

const withName = (name: string) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replaceAll("NAME", name), text.replaceAll("NAME", name)]),
  );

async function reported(name: string) {
  const { stdout, stderr } = await run(createRepository(withName(name)), ["--format", "json"]);
  expect(stderr).toBe("");
  const { findings, errors, totals } = JSON.parse(stdout);
  const shown = findings.map(({ rule, path, line, message }: Readonly<Record<string, string>>) =>
    [rule, path, line, message].join(" ").replaceAll(name, ordinary),
  );
  return { errors, files: totals.files, findings: shown.sort() };
}

describe("what every object answers to", () => {
  it.each(names)("is a name as any other in a repository: %s", async (name) => {
    const [got, expected] = [await reported(name), await reported(ordinary)];
    expect(expected.findings.length).toBeGreaterThan(25);
    // in a literal it is no key
    const about = ({ findings, ...rest }: typeof got) => ({
      ...rest,
      findings:
        name === "__proto__" ? findings.filter((each: string) => !/ (?:key|registry)\.js /.test(each)) : findings,
    });
    expect(about(got)).toEqual(about(expected));
  });

  it.each(names)("is a name as any other on the command line: %s", async (name) => {
    const folder = createRepository({ [`${name}/a.js`]: upgrade, "b.js": upgrade });
    const ends = async (words: readonly string[]) => {
      const { exitCode, stderr } = await run(folder, words);
      expect(stderr).not.toContain("mistake");
      return exitCode;
    };
    expect(await ends(["check", name])).toBe(1);
    expect(await ends([name])).toBe(1);
    expect(await ends(["explain", `${name}/a.js:1`])).toBe(0);
    for (const words of [
      ["-o", `${name.toLowerCase().replaceAll("_", "")}:x.txt`],
      ["--format", name],
      ["--rules", name],
      ["--profile", name],
      ["--fail-on", name],
      ["--max-file-size", `3${name}`],
      ["--node", name],
      ["explain", name],
    ])
      expect([words, await ends(words)]).toEqual([words, 2]);
    expect(await ends(["fix", name])).toBe(0);
    expect([folder.read(`${name}/a.js`), folder.read("b.js")]).toEqual([upgraded, upgrade]);
  });

  it.each(names)("is a repository as any other: %s", async (name) => {
    const fleet = createFleet({ [name]: { "a.js": upgrade }, other: { "a.js": upgrade } });
    const { repositories } = JSON.parse((await run(fleet, ["--format", "json"])).stdout);
    expect(repositories.map(({ totals }: { totals: { files: { seen: number } } }) => totals.files.seen)).toEqual([
      1, 1,
    ]);
    expect((await run(fleet, ["baseline"])).exitCode).toBe(0);
    expect((await run(fleet, ["check"])).exitCode).toBe(0);
  });

  it.each(names)("is a field, a rule and a path that a file may name: %s", async (name) => {
    const entry = { path: `${name}.js`, rule: name, message: name, fingerprint: name };
    const folder = createFolder({
      "a.js": upgrade,
      ".tls-codemod-baseline.json": JSON.stringify({ schemaVersion: 1, findings: [entry] }),
      "tls-codemod.config.json": `{ "${name}": 1 }`,
      "policy.json": `{ "extends": "${name}", "${name}": {} }`,
    });
    expect((await run(folder, ["--no-config"])).stdout).toContain(`stale: ${name}.js ${name}`);
    expect((await run(folder, [])).exitCode).toBe(2);
    const { exitCode, stderr } = await run(folder, ["--no-config", "--policy", "policy.json"]);
    expect([exitCode, stderr.includes("mistake")]).toEqual([2, false]);
  });
});
