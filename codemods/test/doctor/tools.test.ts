import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { examineHeaders } from "../../src/doctor/headers-report.js";
import { examineOpenSsl } from "../../src/doctor/openssl-report.js";
import { examinePython } from "../../src/doctor/python-report.js";
import { createMachine, prints } from "./machine.js";

const date = "2026-11-23";

describe("openssl on PATH", () => {
  it("is known by its version, and where its configuration is", async () => {
    const openssl = `case "$2" in -d) echo 'OPENSSLDIR: "/opt/ssl"' ;; *) echo 'OpenSSL 1.1.1n  15 Mar 2022 (Library: OpenSSL 1.1.1w  11 Sep 2023)' ;; esac`;
    const found = await examineOpenSsl(createMachine({ openssl }).env, date);
    expect(found).toMatchObject({
      version: "OpenSSL 1.1.1n  15 Mar 2022",
      line: "1.1.1",
      endOfLife: "2023-09-11",
      isMaintained: false,
      config: "/opt/ssl/openssl.cnf",
    });
    expect(found!.protocolVersions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
  });

  it.each([
    ["a line with fixes", "OpenSSL 3.5.9 1 Jan 2026", { line: "3.5", isMaintained: true }],
    ["a fork", "LibreSSL 3.3.6", { library: "LibreSSL", note: expect.stringContaining("fork") as string }],
    ["something else", "mbed 1", { library: "unknown" }],
  ])("may be %s", async (_name, version, expected) =>
    expect(await examineOpenSsl(createMachine({ openssl: prints(version) }).env, date)).toMatchObject(expected),
  );

  it.each<readonly [string, Record<string, string>]>([
    ["missing", {}],
    ["broken", { openssl: "exit 1" }],
    ["silent", { openssl: "exit 0" }],
  ])("may be %s", async (_name, programs) =>
    expect(await examineOpenSsl(createMachine(programs).env, date)).toBeUndefined(),
  );
});

describe("the headers of OpenSSL", () => {
  const header = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
  const withHeader = (text: string) => {
    const machine = createMachine();
    mkdirSync(join(machine.folder, "include/openssl"), { recursive: true });
    return { path: machine.write("include/openssl/opensslv.h", text), folder: join(machine.folder, "include") };
  };

  it.each([
    [
      "OpenSSL's own",
      header('# define OPENSSL_VERSION_STR "3.0.19"', '# define OPENSSL_VERSION_TEXT "OpenSSL 3.0.19 27 Jan 2026"'),
      { version: "OpenSSL 3.0.19 27 Jan 2026", line: "3.0" },
    ],
    [
      "of a line without fixes",
      header('#  define OPENSSL_VERSION_TEXT    "OpenSSL 1.1.1n  15 Mar 2022"'),
      { line: "1.1.1", isMaintained: false },
    ],
    [
      "a fork's",
      header('#define LIBRESSL_VERSION_TEXT "LibreSSL 3.9.0"', '#define OPENSSL_VERSION_TEXT "OpenSSL 2.0.0"'),
      { library: "LibreSSL" },
    ],
  ])("may be %s", (_name, text, expected) => {
    const { path, folder } = withHeader(text);
    expect(examineHeaders({}, date, undefined, [folder])).toMatchObject({ path, ...expected });
  });

  it("are first looked for where the compiler is told to, but never in the repository", () => {
    const { path, folder } = withHeader(header('#define OPENSSL_VERSION_TEXT "OpenSSL 3.5.9 1 Jan 2026"'));
    expect(examineHeaders({ CPATH: `include:${folder}` }, date, undefined, [])).toMatchObject({ path });
    expect(examineHeaders({ CPATH: folder }, date, dirname(folder), [])).toBeUndefined();
  });

  it("may be missing, or say no version", () => {
    expect(examineHeaders({}, date, undefined, [withHeader("#define A 1\n").folder, "/nonexistent"])).toBeUndefined();
  });
});

describe("python3 on PATH", () => {
  it("is asked for its ssl", async () => {
    const answer = { python: "3.12.1", version: "OpenSSL 3.0.19 27 Jan 2026", minimum: "TLSv1_2" };
    const python = await examinePython(createMachine({ python3: prints(JSON.stringify(answer)) }).env, date);
    expect(python).toMatchObject({ python: "3.12.1", version: answer.version, line: "3.0", minVersion: "TLSv1.2" });
  });

  it.each([
    ["3.11.2", "ALL:!COMPLEMENTOFDEFAULT:!eNULL", "distribution"],
    [
      "3.12.1",
      "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM",
      "python.org",
    ],
    ["3.9.18", "DEFAULT:!aNULL:!eNULL:!MD5:!3DES:!DES:!RC4:!IDEA:!SEED:!aDSS:!SRP:!PSK", undefined],
    ["3.12.1", null, undefined],
  ])("%s with the list %s was built for %s", async (release, list, flavour) => {
    const answer = { python: release, version: "OpenSSL 3.0.19 27 Jan 2026", minimum: "TLSv1_2", list };
    const python = await examinePython(createMachine({ python3: prints(JSON.stringify(answer)) }).env, date);
    expect(python?.flavour).toBe(flavour);
  });

  it.each<readonly [string, Record<string, string>]>([
    ["missing", {}],
    ["without ssl", { python3: "echo 'ModuleNotFoundError' >&2; exit 1" }],
    ["something else", { python3: "echo hello" }],
  ])("may be %s", async (_name, programs) =>
    expect(await examinePython(createMachine(programs).env, date)).toBeUndefined(),
  );
});

it("a python3 that is really there is understood", async () => {
  const python = await examinePython(process.env, date);
  if (python)
    expect(python).toMatchObject({
      python: expect.stringMatching(/^3\.\d+/) as string,
      library: expect.stringMatching(/SSL/) as string,
    });
});
