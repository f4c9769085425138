import fc from "fast-check";
import type { PythonConstruction, PythonContext, PythonOperation, Side } from "tls-policy";
import { contextUse } from "../../oracle/python/contexts.js";

/** A program that makes one context, changes it and uses it. */
export interface PythonShape {
  readonly context: PythonContext;
  readonly side: Side;
  readonly style: {
    /** How the ssl module is at hand. */
    readonly import: "import" | "alias" | "beside-from";
    /** Inside a function, a method or at the top. */
    readonly place: "top" | "function" | "method";
    readonly newline: "\n" | "\r\n";
    readonly keywords: boolean;
    readonly comment: boolean;
  };
}

const style = fc.record({
  import: fc.constantFrom("import", "alias", "beside-from"),
  place: fc.constantFrom("top", "function", "method"),
  newline: fc.constantFrom("\n", "\r\n"),
  keywords: fc.boolean(),
  comment: fc.boolean(),
});

export const pythonShapes: fc.Arbitrary<PythonShape> = fc
  .tuple(contextUse, style)
  .map(([{ side, construction, operations }, written]) => ({
    context: { construction, operations },
    side,
    style: written as PythonShape["style"],
  }));

/** The program, as somebody would write it. */
export function printPython({ context, side, style: how }: PythonShape): {
  readonly path: string;
  readonly text: string;
} {
  const ssl = how.import === "alias" ? "tls" : "ssl";
  const name = how.place === "method" ? "self.context" : "context";
  const own = how.import === "beside-from" ? ["import ssl", "from ssl import SSLContext"] : [];
  const imports = own.length > 0 ? own : [ssl === "ssl" ? "import ssl" : "import ssl as tls"];
  const body = [
    ...(how.comment ? ["# the meter speaks nothing newer"] : []),
    `${name} = ${constructionOf(context.construction, ssl, how)}`,
    ...context.operations.map((operation) => operationOf(operation, name, ssl)),
    useOf(context.construction, name, side),
  ];
  const indent = how.place === "top" ? "" : how.place === "function" ? "    " : "        ";
  const heads = {
    top: [],
    function: ["def connect(raw):"],
    method: ["class Meter:", "    def connect(self, raw):"],
  }[how.place];
  const lines = [...imports, "", ...heads, ...body.map((line) => `${indent}${line}`), ""];
  return { path: "src/meter.py", text: lines.join(how.newline) };
}

function constructionOf(made: PythonConstruction, ssl: string, { keywords }: PythonShape["style"]): string {
  const constant = (name: string) => `${ssl}.${name}`;
  switch (made.call) {
    case "SSLContext":
      return `${ssl}.SSLContext(${made.protocol ? `${keywords ? "protocol=" : ""}${constant(`PROTOCOL_${made.protocol}`)}` : ""})`;
    case "create_default_context":
      return `${ssl}.create_default_context(${made.purpose ? `${keywords ? "purpose=" : ""}${ssl}.Purpose.${made.purpose}` : ""})`;
    case "_create_unverified_context": {
      const given = [
        ...(made.protocol ? [`protocol=${constant(`PROTOCOL_${made.protocol}`)}`] : []),
        ...(made.verifyMode ? [`cert_reqs=${constant(made.verifyMode)}`] : []),
        ...(made.checkHostname === undefined ? [] : [`check_hostname=${made.checkHostname ? "True" : "False"}`]),
        ...(made.purpose ? [`purpose=${ssl}.Purpose.${made.purpose}`] : []),
      ];
      return `${ssl}._create_unverified_context(${given.join(", ")})`;
    }
    case "wrap_socket": {
      const given = [
        "raw",
        ...(made.protocol ? [`ssl_version=${constant(`PROTOCOL_${made.protocol}`)}`] : []),
        ...(made.verifyMode ? [`cert_reqs=${constant(made.verifyMode)}`] : []),
        ...(made.ciphers === undefined ? [] : [`ciphers=${JSON.stringify(made.ciphers)}`]),
      ];
      return `${ssl}.wrap_socket(${given.join(", ")})`;
    }
  }
}

function operationOf(operation: PythonOperation, name: string, ssl: string): string {
  if ("call" in operation)
    return operation.call === "set_ciphers"
      ? `${name}.set_ciphers(${JSON.stringify(operation.list)})`
      : `${name}.set_ecdh_curve(${JSON.stringify(operation.curve)})`;
  switch (operation.set) {
    case "verify_mode":
      return `${name}.verify_mode = ${ssl}.${operation.to}`;
    case "check_hostname":
      return `${name}.check_hostname = ${operation.to ? "True" : "False"}`;
    case "options":
      return `${name}.options ${{ to: "=", add: "|=", clear: "&=" }[operation.how]} ${operation.how === "clear" ? "~" : ""}0x${operation.bits.toString(16)}`;
    default:
      return `${name}.${operation.set} = ${ssl}.TLSVersion.${operation.to}`;
  }
}

function useOf({ call }: PythonConstruction, name: string, side: Side): string {
  if (call === "wrap_socket") return `${name}.sendall(b"")`;
  return side === "client"
    ? `connection = ${name}.wrap_socket(raw, server_hostname="meter.example")`
    : `connection = ${name}.wrap_socket(raw, server_side=True)`;
}
