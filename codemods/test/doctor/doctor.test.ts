import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runDoctor } from "../../src/commands/doctor.js";
import type { DoctorReport } from "../../src/doctor/doctor-report.js";
import { createMachine, type Machine, prints } from "./machine.js";

const date = "2026-11-23";

async function run(
  options: Parameters<typeof runDoctor>[0],
): Promise<{ readonly exitCode: number; readonly text: string }> {
  let text = "";
  const stdout = new Writable({ write: (chunk, _encoding, done) => ((text += String(chunk)), done()) });
  const exitCode = await runDoctor(options, { stdout });
  return { exitCode, text };
}

async function examine({ folder, env }: Machine, more: NodeJS.ProcessEnv = {}): Promise<DoctorReport> {
  const { text } = await run({ cwd: folder, env: { ...env, ...more }, json: true, date });
  return JSON.parse(text) as DoctorReport;
}

describe("the Node that runs this", () => {
  it("is asked for its version, its OpenSSL and what it really negotiates", async () => {
    const { nodes, schemaVersion } = await examine(createMachine());
    expect(schemaVersion).toBe(1);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      path: process.execPath,
      version: process.versions.node,
      openssl: { version: process.versions.openssl, library: "OpenSSL" },
      measured: { client: ["TLSv1.2", "TLSv1.3"], server: ["TLSv1.2", "TLSv1.3"], checksCertificates: true },
      defaults: { minVersion: "TLSv1.2", maxVersion: "TLSv1.3" },
      isAsReleased: true,
    });
  });

  it("is asked under the environment that programs get", async () => {
    const { nodes, overrides, advice } = await examine(createMachine(), {
      NODE_OPTIONS: "--tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0",
      NODE_TLS_REJECT_UNAUTHORIZED: "0",
    });
    expect(nodes[0]).toMatchObject({
      measured: {
        client: ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
        server: ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
        checksCertificates: false,
      },
      defaults: { minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=0" },
      isAsReleased: true,
    });
    expect(overrides.map(({ source, isWeak, effects }) => [source, isWeak, effects.length])).toEqual([
      ["NODE_TLS_REJECT_UNAUTHORIZED=0", true, 1],
      ["NODE_OPTIONS=--tls-min-v1.0", true, 1],
      ["NODE_OPTIONS=--tls-cipher-list=ALL:@SECLEVEL=0", true, 2],
    ]);
    expect(advice[0]).toMatch(/^Correct what is marked above, or take it out: `NODE_TLS_REJECT_UNAUTHORIZED=0`, /);
  });

  it("may keep TLS 1.3 only", async () => {
    const { nodes, overrides } = await examine(createMachine(), { NODE_OPTIONS: "--tls_min_v1.3" });
    expect(nodes[0]!.measured).toMatchObject({ client: ["TLSv1.3"], server: ["TLSv1.3"] });
    expect(overrides).toEqual([
      { source: "NODE_OPTIONS=--tls_min_v1.3", effects: ["Connections begin at TLSv1.3."], isWeak: false },
    ]);
  });

  it("may not start", async () => {
    const { nodes, advice, overrides } = await examine(createMachine(), {
      NODE_OPTIONS: "--tls-min-v1.3 --tls-max-v1.2",
    });
    expect(nodes[0]!.failure).toMatch(/either --tls-min-v1\.3 or --tls-max-v1\.2 can be used, not both/);
    expect(overrides.map(({ source, isWeak }) => [source, isWeak])).toEqual([
      ["NODE_OPTIONS=--tls-max-v1.2", true],
      ["NODE_OPTIONS=--tls-min-v1.3", false],
    ]);
    expect(overrides[0]!.effects[0]).toMatch(/^With `--tls-max-v1\.2` Node does not start: /);
    expect(advice.join()).toContain(`${process.execPath} does not start. Correct what it complains of: `);
  });
});

it("OpenSSL's configuration decides what a Node negotiates where it clears a version's bit", async () => {
  const machine = createMachine();
  const text = "nodejs_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[tls]\nProtocol = -TLSv1.3\n";
  const { nodes } = await examine(machine, { OPENSSL_CONF: machine.write("no13.cnf", text) });
  expect(nodes[0]).toMatchObject({ measured: { client: ["TLSv1.2"] }, isAsReleased: false });
});

it("a configuration that OpenSSL refuses is named", async () => {
  const machine = createMachine();
  const empty = "nodejs_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[tls]\n";
  const { nodes } = await examine(machine, { OPENSSL_CONF: machine.write("empty.cnf", empty) });
  expect(nodes[0]!.failure).toMatch(/OpenSSL configuration error: .*ssl command section empty/);
});

describe("another Node on PATH", () => {
  const answer = {
    version: "8.17.0",
    openssl: "1.0.2s",
    isOpenSslShared: true,
    defaults: { ciphers: "x", groups: "prime256v1" },
    client: ["TLSv1.2"],
    server: ["TLSv1.2"],
    checksCertificates: true,
  };

  it("is asked too, and counts for what changes its defaults", async () => {
    const machine = createMachine({ node: `echo preloaded; ${prints(JSON.stringify(answer))}` });
    const { nodes, advice } = await examine(machine, { NODE_OPTIONS: "--tls-min-v1.2" });
    expect(nodes).toHaveLength(2);
    expect(nodes[1]).toMatchObject({
      version: "8.17.0",
      endOfLife: "2019-12-31",
      isMaintained: false,
      isOpenSslShared: true,
      openssl: { line: "1.0.2", isMaintained: false },
    });
    // Node 8 has no option that would pin a version, so that its answer says nothing
    expect(nodes[1]!.measured).toBeUndefined();
    expect(advice).toContain("Move from Node 8.17.0 to Node 22, 24 or 26: these get fixes.");
  });

  it("is said to differ from its release where the system decides otherwise", async () => {
    const other = {
      ...answer,
      version: "24.5.0",
      openssl: "3.5.1",
      client: ["TLSv1.3"],
      defaults: { ...answer.defaults, minVersion: "TLSv1.2", maxVersion: "TLSv1.3" },
    };
    const { nodes, advice } = await examine(createMachine({ node: prints(JSON.stringify(other)) }));
    expect(nodes[1]).toMatchObject({ isAsReleased: false, isMaintained: true, endOfLife: "2028-04-30" });
    expect(advice.join()).toContain("Find out why Node 24.5.0 negotiates other protocol versions");
  });

  it("may be older than all that is known, or break off", async () => {
    const { nodes } = await examine(createMachine({ node: prints(JSON.stringify({ ...answer, version: "6.17.1" })) }));
    expect(nodes[1]).toMatchObject({ version: "6.17.1" });
    expect(nodes[1]!.isMaintained).toBeUndefined();
    const broken = await examine(createMachine({ node: "echo 'node: bad option' >&2; exit 9" }));
    expect(broken.nodes[1]).toMatchObject({ failure: "node: bad option" });
    const silent = await examine(createMachine({ node: "exit 0" }));
    expect(silent.nodes[1]).toMatchObject({ failure: "it gives no answer" });
  });
});

describe("the text", () => {
  it("fits a screen and says what to do", async () => {
    const machine = createMachine({ openssl: prints("OpenSSL 3.5.9 1 Jan 2026") });
    const { exitCode, text } = await run({ cwd: machine.folder, env: machine.env, json: false, date });
    expect(exitCode).toBe(0);
    const lines = text.split("\n");
    expect(lines.length).toBeLessThan(45);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(92);
    expect(lines[0]).toBe("TLS on this machine, 2026-11-23");
    expect(text).toContain("Measured: its clients negotiate TLSv1.2 and TLSv1.3, its servers TLSv1.2 and TLSv1.3.");
    expect(text).toContain("  OpenSSL 3.5, which can speak TLSv1 to TLSv1.3, gets public fixes until 2030-04-08.");
    expect(text).toContain("Run `tls-codemod check`");
  });
});
