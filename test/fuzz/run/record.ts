import crypto from "node:crypto";
import realTls from "node:tls";
import vm from "node:vm";
import type { ProcessSettings, Side } from "tls-policy";
import ts from "typescript";
import type { Environment } from "./environments.js";

/** A call of Node's that takes TLS options, with the options that it got. */
export interface RecordedCall {
  readonly callee: string;
  readonly sides: readonly Side[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly process: ProcessSettings;
}

/** What a program did. */
export interface Recording {
  readonly calls: readonly RecordedCall[];
  /** What went to functions out of sight, what was asserted, and the texts that assertions cover. */
  readonly told: readonly unknown[];
  /** The error that ended the program. */
  readonly thrown: string | undefined;
}

type Run = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  it: (name: string, body: () => void) => void,
  scope: object,
) => void;

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
  experimentalDecorators: true,
};

/**
 * A program that can be run as often as one likes. The programs are our own: nothing of them is confined.
 * Names that it does not declare are those of `scope`.
 */
export function compile(
  text: string,
  scope: object = {},
): (environment: Environment, flags: readonly string[]) => Recording {
  const { outputText } = ts.transpileModule(text.replace(/^\uFEFF/, ""), { compilerOptions });
  const body = `(function () {${outputText}\n})()`;
  const run = vm.runInThisContext(
    `(function (require, module, exports, process, it, scope) { with (scope) { ${body} } })`,
  ) as Run;
  return (environment, flags) => record(run, scope, environment, flags);
}

function record(run: Run, scope: object, environment: Environment, flags: readonly string[]): Recording {
  const stub = new Stub(environment, flags);
  let thrown: string | undefined;
  try {
    const module = { exports: {} };
    run(stub.require, module, module.exports, stub.process, (_name, body) => body(), scope);
    callExported(module.exports, environment);
  } catch (error) {
    thrown = String(error);
  }
  stub.end();
  return { calls: stub.calls, told: stub.told, thrown };
}

/** A program whose flags are parameters is one function. */
function callExported(exported: unknown, { flags }: Environment): void {
  const { default: main = exported } = exported as { default?: unknown };
  if (typeof main === "function") main(...flags);
}

/** Everything of Node's that the programs use; calls are written down, and options read as Node reads them: at the call. */
class Stub {
  readonly calls: RecordedCall[] = [];
  readonly told: unknown[] = [];
  readonly process: { readonly env: Record<string, unknown> };
  readonly #tls: Record<string, unknown>;
  readonly #globalAgent = { options: {} as Record<string, unknown> };
  readonly #modules: Readonly<Record<string, unknown>>;

  constructor({ base, given, flags }: Environment, flagNames: readonly string[]) {
    const isSet = (index: number) => (flags[index] ? "1" : "0");
    this.process = {
      env: stringEnvironment(Object.fromEntries(flagNames.map((name, index) => [name.toUpperCase(), isSet(index)]))),
    };
    const call =
      (callee: string, ...sides: Side[]) =>
      (...args: unknown[]) =>
        this.#record(callee, sides, args);
    this.#tls = {
      connect: call("tls.connect", "client"),
      createServer: call("tls.createServer", "server"),
      createSecureContext: call("tls.createSecureContext", "client", "server"),
      checkServerIdentity: realTls.checkServerIdentity,
    };
    const record = (...args: unknown[]) => this.#record("https.Agent", ["client"], args);
    const https = {
      request: call("https.request", "client"),
      createServer: call("https.createServer", "server"),
      Agent: function (...args: unknown[]) {
        record(...args);
      },
      globalAgent: this.#globalAgent,
    };
    this.#modules = {
      tls: this.#tls,
      https,
      crypto: { constants: crypto.constants },
      constants: crypto.constants,
      assert: this.#assert(),
      "./settings": {
        base: { ...base },
        given: { ...given },
        key: "key",
        cert: "cert",
        ca: "ca",
        log: (value: unknown) => void this.told.push(copyOf(value)),
        ...Object.fromEntries(flagNames.map((name, index) => [name, flags[index]])),
      },
    };
  }

  readonly require = (name: string): unknown => {
    const found = this.#modules[name.replace(/^node:|\.js$/g, "")];
    if (!found) throw new Error(`There is no module ${name}.`);
    return found;
  };

  /** What another module's request through the global agent would get from now on. */
  end(): void {
    this.#record("https.request", ["client"], []);
  }

  #assert(): unknown {
    return {
      throws: (body: () => void) => {
        this.told.push(String(body));
        body();
      },
      // that something is missing is all that is said of it
      equal: (actual: unknown, expected: unknown) =>
        void this.told.push(actual === expected, expected === undefined ? typeof actual : actual),
    };
  }

  #record(callee: string, sides: readonly Side[], args: readonly unknown[]): unknown {
    const options = args.find((argument) => typeof argument === "object" && argument !== null) ?? {};
    const merged = callee === "https.request" ? { ...options, ...this.#globalAgent.options } : { ...options };
    this.calls.push({ callee, sides, options: merged, process: this.#processSettings() });
    return {};
  }

  #processSettings(): ProcessSettings {
    const defaults = Object.entries(this.#tls).filter(([name]) => name.startsWith("DEFAULT_"));
    const { NODE_TLS_REJECT_UNAUTHORIZED } = this.process.env as Record<string, string | undefined>;
    return {
      defaults: Object.fromEntries(defaults),
      env: NODE_TLS_REJECT_UNAUTHORIZED === undefined ? {} : { NODE_TLS_REJECT_UNAUTHORIZED },
    };
  }
}

/** Values of `process.env` are strings, whatever is assigned. */
function stringEnvironment(values: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(values, { set: (target, name, value) => Reflect.set(target, name, String(value)) });
}

function copyOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? { ...value } : value;
}
