import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runDoctor } from "../../src/commands/doctor.js";
import type { DoctorReport } from "../../src/doctor/doctor-report.js";
import { createMachine, prints, type Machine } from "./machine.js";

const date = "2026-11-23";

async function run(options: Parameters<typeof runDoctor>[0]): Promise<{ readonly exitCode: number; readonly text: string }> {
  let text = "";
  const stdout = new Writable({ write: (chunk, _encoding, done) => ((text += String(chunk)), done()) });
  const exitCode = await runDoctor(options, { stdout, stderr: stdout });
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
    const { nodes, overrides, advice } = await examine(createMachine(), { NODE_OPTIONS: "--tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0", NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    expect(nodes[0]).toMatchObject({
      measured: { client: ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"], server: ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"], checksCertificates: false },
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
    expect(overrides).toEqual([{ source: "NODE_OPTIONS=--tls_min_v1.3", effects: ["Connections begin at TLSv1.3."], isWeak: false }]);
  });

  it("may not start", async () => {
    const { nodes, advice, overrides } = await examine(createMachine(), { NODE_OPTIONS: "--tls-min-v1.3 --tls-max-v1.2" });
    expect(nodes[0]!.failure).toMatch(/either --tls-min-v1\.3 or --tls-max-v1\.2 can be used, not both/);
    expect(nodes[0]!.version).toBeUndefined();
    expect(overrides).toEqual([]);
    expect(advice[0]).toMatch(/does not start/);
  });
});

describe("another Node on PATH", () => {
  const answer = { version: "8.17.0", openssl: "1.0.2s", isOpenSslShared: true, defaults: { ciphers: "x", groups: "prime256v1" }, client: ["TLSv1.2"], server: ["TLSv1.2"], checksCertificates: true };

  it("is asked too, and counts for what changes its defaults", async () => {
    const machine = createMachine({ node: `echo preloaded; ${prints(JSON.stringify(answer))}` });
    const { nodes, advice } = await examine(machine, { NODE_OPTIONS: "--tls-min-v1.2" });
    expect(nodes).toHaveLength(2);
    expect(nodes[1]).toMatchObject({ version: "8.17.0", endOfLife: "2019-12-31", isMaintained: false, isOpenSslShared: true, openssl: { line: "1.0.2", isMaintained: false } });
    // Node 8 has no option that would pin a version, so that its answer says nothing
    expect(nodes[1]!.measured).toBeUndefined();
    expect(advice).toContain("Move from Node 8.17.0 to Node 22, 24 or 26: these get fixes.");
  });

  it("is said to differ from its release where the system decides otherwise", async () => {
    const other = { ...answer, version: "24.5.0", openssl: "3.5.1", client: ["TLSv1.3"], defaults: { ...answer.defaults, minVersion: "TLSv1.2", maxVersion: "TLSv1.3" } };
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

describe("openssl on PATH", () => {
  it("is known by its version, and where its configuration is", async () => {
    const openssl = `case "$2" in -d) echo 'OPENSSLDIR: "/opt/ssl"' ;; *) echo 'OpenSSL 1.1.1n  15 Mar 2022 (Library: OpenSSL 1.1.1w  11 Sep 2023)' ;; esac`;
    const { openssl: found, advice } = await examine(createMachine({ openssl }));
    expect(found).toMatchObject({ version: "OpenSSL 1.1.1n  15 Mar 2022", line: "1.1.1", endOfLife: "2023-09-11", isMaintained: false, config: "/opt/ssl/openssl.cnf" });
    expect(found!.protocolVersions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(advice.join()).toContain("Ask your distribution whether it still mends its OpenSSL 1.1.1; if not, move to 3.5 or to a newer distribution.");
  });

  it.each([
    ["a line with fixes", "OpenSSL 3.5.9 1 Jan 2026", { line: "3.5", isMaintained: true }],
    ["a fork", "LibreSSL 3.3.6", { library: "LibreSSL", note: expect.stringContaining("fork") as string }],
    ["something else", "mbed 1", { library: "unknown" }],
  ])("may be %s", async (_name, version, expected) => expect((await examine(createMachine({ openssl: prints(version) }))).openssl).toMatchObject(expected));

  it.each([
    ["missing", {}],
    ["broken", { openssl: "exit 1" }],
    ["silent", { openssl: "exit 0" }],
  ])("may be %s", async (_name, programs) => expect((await examine(createMachine(programs as Record<string, string>))).openssl).toBeUndefined());
});

describe("python3 on PATH", () => {
  it("is asked for its ssl", async () => {
    const answer = { python: "3.12.1", version: "OpenSSL 3.0.19 27 Jan 2026", minimum: "TLSv1_2" };
    const { python } = await examine(createMachine({ python3: prints(JSON.stringify(answer)) }));
    expect(python).toMatchObject({ python: "3.12.1", version: answer.version, line: "3.0", minVersion: "TLSv1.2" });
  });

  it.each([
    ["missing", {}],
    ["without ssl", { python3: "echo 'ModuleNotFoundError' >&2; exit 1" }],
    ["something else", { python3: "echo hello" }],
  ])("may be %s", async (_name, programs) => expect((await examine(createMachine(programs as Record<string, string>))).python).toBeUndefined());
});

describe("OpenSSL's configuration", () => {
  const config = (program: string, ...commands: string[]) => `${program} = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[tls]\n${commands.join("\n")}\n`;
  const weak = config("nodejs_conf", "MinProtocol = TLSv1", "CipherString = DEFAULT@SECLEVEL=0");

  it("is read where OPENSSL_CONF names it", async () => {
    const machine = createMachine();
    const file = machine.write("weak.cnf", weak);
    const { overrides } = await examine(machine, { OPENSSL_CONF: file });
    expect(overrides).toMatchObject([{ source: `OPENSSL_CONF=${file}`, isWeak: true }]);
    expect(overrides[0]!.effects[0]).toBe("Sets `MinProtocol = TLSv1`, `CipherString = DEFAULT@SECLEVEL=0` for every connection.");
    expect(overrides[0]!.effects[2]).toContain("sets OpenSSL's security level to 0, in Node too");
  });

  it("is read where a flag names it, which wins over OPENSSL_CONF", async () => {
    const machine = createMachine();
    const file = machine.write("strong.cnf", config("nodejs_conf", "CipherString = DEFAULT@SECLEVEL=2"));
    const { overrides } = await examine(machine, { OPENSSL_CONF: machine.write("weak.cnf", weak), NODE_OPTIONS: `--openssl-config=${file}` });
    expect(overrides).toEqual([{ source: `NODE_OPTIONS=--openssl-config=${file}`, effects: ["Sets `CipherString = DEFAULT@SECLEVEL=2` for every connection."], isWeak: false }]);
  });

  it("has a section of its own for Node, unless it is told to share", async () => {
    const machine = createMachine();
    const OPENSSL_CONF = machine.write("system.cnf", config("openssl_conf", "CipherString = DEFAULT@SECLEVEL=2"));
    const alone = await examine(machine, { OPENSSL_CONF });
    expect(alone.overrides).toEqual([{ source: `OPENSSL_CONF=${OPENSSL_CONF}`, effects: ["Nothing in it is for Node's TLS, which reads what `nodejs_conf` leads to."], isWeak: false }]);
    const shared = await examine(machine, { OPENSSL_CONF, NODE_OPTIONS: "--openssl-shared-config" });
    expect(shared.overrides[0]!.effects).toEqual(["Sets `CipherString = DEFAULT@SECLEVEL=2` for every connection."]);
  });

  it("decides what a Node negotiates where it clears a version's bit", async () => {
    const machine = createMachine();
    const { nodes } = await examine(machine, { OPENSSL_CONF: machine.write("no13.cnf", config("nodejs_conf", "Protocol = -TLSv1.3")) });
    expect(nodes[0]).toMatchObject({ measured: { client: ["TLSv1.2"] }, isAsReleased: false });
  });

  it("may be missing", async () => {
    const { overrides } = await examine(createMachine(), { OPENSSL_CONF: "/no/such/file.cnf" });
    expect(overrides).toEqual([{ source: "OPENSSL_CONF=/no/such/file.cnf", effects: ["There is no such file, or it cannot be read: Node goes on without it."], isWeak: true }]);
  });
});

describe("NODE_EXTRA_CA_CERTS", () => {
  const certificate = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
  it.each([
    ["one certificate", certificate, "Node trusts 1 certificate of this file beside its own list.", false],
    ["two", certificate + certificate, "Node trusts 2 certificates of this file beside its own list.", false],
    ["none", "# empty\n", "The file holds no certificate in PEM form, so it adds nothing.", true],
  ])("with %s", async (_name, text, effect, isWeak) => {
    const machine = createMachine();
    const file = machine.write("ca.pem", text);
    expect((await examine(machine, { NODE_EXTRA_CA_CERTS: file })).overrides).toEqual([{ source: `NODE_EXTRA_CA_CERTS=${file}`, effects: [effect], isWeak }]);
  });

  it("without a file", async () => {
    const { overrides } = await examine(createMachine(), { NODE_EXTRA_CA_CERTS: "/no/such/ca.pem", NODE_USE_SYSTEM_CA: "1" });
    expect(overrides.map(({ isWeak }) => isWeak)).toEqual([true, false]);
  });
});

describe("engines.node", () => {
  async function projectWith(manifest: string) {
    const machine = createMachine();
    machine.write("package.json", manifest);
    return (await examine(machine)).project;
  }

  it.each([
    [">=8", { withoutTls13: "Node 8-11", unmaintained: "Node 8-21, 23 and 25", suggestion: "^22 || ^24 || >=26" }],
    [">=12 <21", { unmaintained: "Node 12-20", suggestion: "^22 || ^24 || >=26" }],
    ["^22.20 || ^24", {}],
    ["nonsense", { problem: expect.stringContaining("is not a range of Node releases") as string, suggestion: "^22 || ^24 || >=26" }],
    ["0.10.x", { problem: expect.stringContaining("admits no Node release from 8 on") as string }],
  ])("%s", async (range, expected) => {
    const project = await projectWith(JSON.stringify({ engines: { node: range } }));
    expect(project).toMatchObject({ manifest: "package.json", range, ...expected });
    if (Object.keys(expected).length === 0) expect(Object.keys(project!).sort()).toEqual(["manifest", "range"]);
  });

  it("may not be there", async () => expect(await projectWith("{}")).toBeUndefined());
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
