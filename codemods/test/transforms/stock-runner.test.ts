import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const jscodeshift = join(root, "node_modules/jscodeshift/bin/jscodeshift.js");

const files = {
  "src/weak.js": "const tls = require('tls');\ntls.connect({ secureProtocol: 'TLSv1_method' }); // TLS version\n",
  "src/windows.ts":
    "\uFEFFimport tls from 'node:tls';\r\n\r\ntls.connect({\r\n\tsecureProtocol: \"TLSv1_method\",\r\n});",
  "src/ask.mjs": "import https from 'node:https';\nnew https.Agent({ rejectUnauthorized: false });\n",
  "src/strong.js": "require('tls').connect({ minVersion: 'TLSv1.3' });\n",
  "src/unrelated.js": "export const answer   =   42\n",
  "src/broken.js": "const minVersion = ;\n",
};

let folder: string;

function createFolder(): void {
  folder = mkdtempSync(join(tmpdir(), "tls-transforms-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What the stock command line prints, without colours. */
function run(transform: string, ...options: readonly string[]): string {
  const built = join(root, "codemods/dist/transforms", `${transform}.js`);
  const args = [
    jscodeshift,
    "--no-babel",
    "--cpus=1",
    "--verbose=2",
    "--extensions=js,mjs,ts",
    "-t",
    built,
    ...options,
    join(folder, "src"),
  ];
  return execFileSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
}

function changed(): Readonly<Record<string, string>> {
  const now = Object.entries(files).map(
    ([path, before]) => [path, before, readFileSync(join(folder, path), "utf8")] as const,
  );
  return Object.fromEntries(
    now.filter(([, before, after]) => before !== after).map(([path, , after]) => [path, after]),
  );
}

const weak = files["src/weak.js"].replace("secureProtocol: 'TLSv1_method'", "minVersion: 'TLSv1.2'");
const windows = files["src/windows.ts"].replace('secureProtocol: "TLSv1_method"', 'minVersion: "TLSv1.2"');

describe("the stock command line", () => {
  let output: string;

  beforeAll(() => {
    createFolder();
    output = run("all");
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("changes the weak options and no other byte", () => {
    expect(changed()).toEqual({ "src/weak.js": weak, "src/windows.ts": windows });
  });

  it("counts what is not changed as skipped", () => {
    expect(output).toMatch(/1 errors\n0 unmodified\n3 skipped\n2 ok\n/);
  });

  it("names the file that does not parse, and does the others", () => {
    expect(output).toMatch(/ERR .*broken\.js Transformation error \(.*broken\.js:1:20 /);
  });

  it("reports what is left to do by hand", () => {
    expect(output).toMatch(/REP .*ask\.mjs 2:19 no-disabled-certificate-verification: /);
  });

  it("changes nothing in a second run", () => {
    const modified = statSync(join(folder, "src/weak.js")).mtimeMs;
    expect(run("all")).toContain("0 ok");
    expect(changed()).toEqual({ "src/weak.js": weak, "src/windows.ts": windows });
    expect(statSync(join(folder, "src/weak.js")).mtimeMs).toBe(modified);
  });
});

describe("with options of the stock command line", () => {
  beforeEach(createFolder);

  afterEach(() => rmSync(folder, { recursive: true }));

  it("leaves files alone in a dry run", () => {
    expect(run("all", "--dry")).toContain("2 ok");
    expect(changed()).toEqual({});
  });

  it("judges by the profile and range given, and does what is asked", () => {
    run("all", "--ask=true", "--profile=modern", "--node=>=20");
    expect(changed()).toEqual({
      "src/weak.js": weak.replace("TLSv1.2", "TLSv1.3"),
      "src/windows.ts": windows.replace("TLSv1.2", "TLSv1.3"),
      "src/ask.mjs": files["src/ask.mjs"].replace("false", "true"),
    });
  });

  it("runs a single rule's transform", () => {
    run("secure-protocol-to-min-version", "--ask=1");
    expect(Object.keys(changed())).toEqual(["src/weak.js", "src/windows.ts"]);
  });
});
