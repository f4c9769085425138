import { describe, expect, it } from "vitest";
import { environmentIn } from "./reading.js";

const zero = "NODE_TLS_REJECT_UNAUTHORIZED = '0'";

describe("Writes of NODE_TLS_REJECT_UNAUTHORIZED", () => {
  it.each([
    ["an assignment", "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    [
      "a number under a quoted name",
      "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;",
      "NODE_TLS_REJECT_UNAUTHORIZED = 0",
    ],
    ["the name in a constant", "const name = 'NODE_TLS_REJECT_UNAUTHORIZED'; process.env[name] = '0';", zero],
    [
      "`process` from its module",
      "import process from 'node:process'; process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
      zero,
    ],
    ["`env` from its module", "import { env } from 'node:process'; env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    ["require('process')", "require('process').env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    ["globalThis.process.env", "globalThis.process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    ["const env = process.env", "const env = process.env; env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    ["const { env } = process", "const { env } = process; env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", zero],
    [
      "??=",
      "process.env.NODE_TLS_REJECT_UNAUTHORIZED ??= '0';",
      `${zero} if (!process.env.NODE_TLS_REJECT_UNAUTHORIZED)`,
    ],
    [
      "a default behind ||",
      "process.env.NODE_TLS_REJECT_UNAUTHORIZED = process.env.NODE_TLS_REJECT_UNAUTHORIZED2 || '0';",
      "NODE_TLS_REJECT_UNAUTHORIZED = unknown or '0'",
    ],
    ["process.env = {...}", "process.env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' };", zero],
    ["Object.assign(process.env, ...)", "Object.assign(process.env, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });", zero],
    [
      "the environment of a child process",
      "spawn('node', [], { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } });",
      zero,
    ],
    [
      "the environment of a child process in a variable",
      "const env = { NODE_TLS_REJECT_UNAUTHORIZED: value }; fork('x', { env });",
      "NODE_TLS_REJECT_UNAUTHORIZED = unknown",
    ],
    ["vi.stubEnv", "const name = 'NODE_TLS_REJECT_UNAUTHORIZED'; vi.stubEnv(name, '0');", zero],
    ["jest.replaceProperty", "jest.replaceProperty(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED', '0');", zero],
    ["Reflect.set", "Reflect.set(process.env, 'NODE_TLS_REJECT_UNAUTHORIZED', '0');", zero],
    [
      "a ternary",
      "process.env.NODE_TLS_REJECT_UNAUTHORIZED = verify ? '1' : '0';",
      "NODE_TLS_REJECT_UNAUTHORIZED = '1' or '0'",
    ],
    ["a guard", "if (insecure) process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';", `${zero} if (insecure)`],
    [
      "a value that is not known",
      "process.env.NODE_TLS_REJECT_UNAUTHORIZED = settings.verify;",
      "NODE_TLS_REJECT_UNAUTHORIZED = unknown",
    ],
    ["NODE_OPTIONS", "process.env.NODE_OPTIONS = '--tls-min-v1.0';", "NODE_OPTIONS = '--tls-min-v1.0'"],
  ])("%s: %s", (_name, code, write) => {
    expect(environmentIn(code)).toEqual([write]);
  });

  it.each([
    ["another variable", "process.env.NODE_EXTRA_CA_CERTS = '0';"],
    ["reading it", "if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') warn();"],
    ["deleting it", "delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;"],
    ["another process object's name", "function f(process) { process.settings.NODE_TLS_REJECT_UNAUTHORIZED = value; }"],
    ["an expected value", "expect(process.env).toMatchObject({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });"],
    ["an assertion on its value", "assert.equal(process.env.NODE_TLS_REJECT_UNAUTHORIZED, '0');"],
    ["a list of names", "const names = ['NODE_TLS_REJECT_UNAUTHORIZED', '0'];"],
    ["the arguments of cross-env", "spawn('cross-env', ['NODE_TLS_REJECT_UNAUTHORIZED=0', 'node']);"],
    ["a description of variables", "const schema = { NODE_TLS_REJECT_UNAUTHORIZED: { type: 'string' } };"],
    ["a validator of variables", "cleanEnv(process.env, { NODE_TLS_REJECT_UNAUTHORIZED: str() });"],
  ])("are not: %s", (_name, code) => {
    expect(environmentIn(code)).toEqual([]);
  });

  it("that restore what was there are none", () => {
    const code =
      "const saved = process.env.NODE_TLS_REJECT_UNAUTHORIZED; process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; run(); process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved;";
    expect(environmentIn(code)).toEqual([zero]);
    const hooks =
      "let saved; beforeEach(() => { saved = process.env.NODE_TLS_REJECT_UNAUTHORIZED; }); afterEach(() => { process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved; });";
    expect(environmentIn(hooks)).toEqual([]);
    expect(
      environmentIn(
        "const { NODE_TLS_REJECT_UNAUTHORIZED: saved } = process.env; process.env.NODE_TLS_REJECT_UNAUTHORIZED = saved;",
      ),
    ).toEqual([]);
  });

  it("that switch verification on keep their value, so that rules can tell", () => {
    expect(environmentIn("process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';")).toEqual([
      "NODE_TLS_REJECT_UNAUTHORIZED = '1'",
    ]);
  });
});
