import { verdictsOn, violationsOf } from "../judging/verdicts.js";
import { argumentsOf, bindingsOf, onlyAssignment, type PyModule } from "../program/module.js";
import type { PyNode } from "../program/tree.js";
import { field, textOf } from "../program/tree.js";
import { onlyValue } from "../program/values.js";
import type { PyMend, PythonQuestion } from "../python-program.js";
import { argument } from "../sites/constructions.js";
import { recommendedList } from "./cipher-list.js";
import { floorLines } from "./floor.js";
import { linesBefore, replacement, spelled } from "./lines.js";

/** The arguments that `SSLContext.wrap_socket` takes too. */
const passedOn = ["server_side", "do_handshake_on_connect", "suppress_ragged_eofs"];
const positions = [
  "sock",
  "keyfile",
  "certfile",
  "server_side",
  "cert_reqs",
  "ssl_version",
  "ca_certs",
  "do_handshake_on_connect",
  "suppress_ragged_eofs",
  "ciphers",
];

/**
 * `ssl.wrap_socket(...)` as the context and the call of which it was made up to Python 3.11 (Lib/ssl.py), with TLS 1.2 for a floor:
 * lines before the statement, and `context.wrap_socket(...)` in the call's place. Who is verified stays as it was.
 */
export function wrapSocketMend(call: PyNode, context: PythonQuestion): PyMend<"upgrade"> | undefined {
  const { module, pythons } = context.program;
  const statement = wholeStatement(call);
  const given = argumentTexts(call, module);
  const socket = given?.get("sock");
  const name = statement && freeName(statement, module);
  const make = spelled("SSLContext", call, module);
  const protocol = spelled("PROTOCOL_TLS", call, module);
  if (!statement || !given || socket === undefined || !name || !make || !protocol) return undefined;
  const floor = floorLines(name, call, pythons, module);
  if (!floor) return undefined;
  const lines = [
    `${name} = ${make}(${protocol})`,
    ...floor,
    ...settingLines(name, given, call, module),
    ...cipherLines(name, call, given, context),
  ];
  const before = linesBefore(statement, lines, module.text);
  const rest = passedOn.flatMap((each) => (given.has(each) ? [`${each}=${given.get(each)}`] : []));
  if (!before) return undefined;
  return {
    grade: "upgrade",
    edits: [before, replacement(call, `${name}.wrap_socket(${[socket, ...rest].join(", ")})`)],
    remedy: "Makes a context that speaks TLS 1.2 and newer, and wraps the socket with it.",
  };
}

/** The statement that the call's value is all of: an assignment, a `return`, or the call alone. */
export function wholeStatement(call: PyNode): PyNode | undefined {
  const { parent } = call;
  if (parent?.type === "return_statement" || parent?.type === "expression_statement") return parent;
  if (parent?.type !== "assignment" || call.field !== "right") return undefined;
  return parent.parent?.type === "expression_statement" ? parent.parent : undefined;
}

function argumentTexts(call: PyNode, module: PyModule): ReadonlyMap<string, string> | undefined {
  const { positional, keywords, spread, hasUnknownPositions } = argumentsOf(call, module);
  if (spread.length > 0 || hasUnknownPositions || positional.length > positions.length) return undefined;
  const written = (node: PyNode) => textOf(node, module.text);
  return new Map(
    [
      ...positional.map((node, index) => [positions[index]!, written(node)] as const),
      ...[...keywords].map(([name, node]) => [name, written(field(node, "value")!)] as const),
    ].filter(([, value]) => value !== "None"),
  );
}

/** A file that may be None is asked about first, as `wrap_socket` did. */
function settingLines(
  name: string,
  given: ReadonlyMap<string, string>,
  call: PyNode,
  module: PyModule,
): readonly string[] {
  const [mode, authority, certificate, key] = ["cert_reqs", "ca_certs", "certfile", "keyfile"].map((each) =>
    given.get(each),
  );
  const loadsChain = `${name}.load_cert_chain(${[certificate, ...(key ? [key] : [])].join(", ")})`;
  // without a certificate a server's call raised
  const isServer = given.get("server_side") === "True";
  const mayBeNone = (place: readonly [number, string]) => !isText(argument(call, place, module), module);
  return [
    ...(mode ? [`${name}.verify_mode = ${mode}`] : []),
    ...(authority ? when(mayBeNone([6, "ca_certs"]) && authority, `${name}.load_verify_locations(${authority})`) : []),
    ...(certificate ? when(!isServer && mayBeNone([2, "certfile"]) && certificate, loadsChain) : []),
  ];
}

const when = (condition: string | false, line: string) =>
  condition === false ? [line] : [`if ${condition}:`, `    ${line}`];

/** Written out, put together, or a name for what is: no None. */
function isText(node: PyNode | undefined, module: PyModule): boolean {
  const value = node?.type === "identifier" ? onlyAssignment(node, module) : node;
  if (value && /^(?:string|concatenated_string|binary_operator)$/.test(value.type)) return true;
  const callee = value?.type === "call" ? field(value, "function") : undefined;
  return callee !== undefined && !/(?:^|\.)get(?:env|attr)?$/.test(textOf(callee, module.text));
}

/** The list as it was, or the policy's where it offers anything weak. */
function cipherLines(
  name: string,
  call: PyNode,
  given: ReadonlyMap<string, string>,
  { program: { module, pythons }, settings }: PythonQuestion,
): readonly string[] {
  const written = given.get("ciphers");
  if (written === undefined) return [];
  const list = onlyValue(argument(call, [9, "ciphers"], module), module);
  const text = list?.kind === "literal" && typeof list.value === "string" ? list.value : undefined;
  if (text === undefined) return [`${name}.set_ciphers(${written})`];
  const made = { made: { call: "SSLContext", protocol: "TLS" }, protocol: undefined } as const;
  const verdicts = verdictsOn(pythons, made, [{ call: "set_ciphers", list: text }], "client");
  const isWeak =
    verdicts.some(({ negotiation }) => negotiation.outcome === "throws") ||
    violationsOf(verdicts, settings.policy, "cipher-suite", "security-level").length > 0;
  const recommended = recommendedList(settings.policy);
  if (!isWeak) return [`${name}.set_ciphers(${written})`];
  return recommended ? [`${name}.set_ciphers("${recommended}")`] : [];
}

/** A name for the context that means nothing yet. */
function freeName(statement: PyNode, module: PyModule): string | undefined {
  return ["context", "ssl_context", "tls_context"].find((name) => bindingsOf(name, statement, module).length === 0);
}
