import { type LibsslMethod, libsslMethod, type Side } from "tls-policy";
import { asioMethodOf, asioSetters, asioVerifyModes } from "./asio.js";
import { alwaysAccepts } from "./callbacks.js";
import { modulusMakers, modulusOf, namedSize, ofSize, parameterSetters } from "./dh-moduli.js";
import {
  builtInDhParameters,
  configurationCommands,
  controlCommands,
  controlFunctions,
  curlOptions,
  openSslFunctions,
  type OpenSslSubject,
} from "./functions.js";
import { guardOf } from "./guards.js";
import type { MethodReplacement, OpenSslCall, OpenSslContext } from "./openssl-call.js";
import { isNeverCompiled, versionTestOf } from "./preprocessor.js";
import type { CProgram } from "./program.js";
import {
  hasComment,
  isReasoned,
  lastDeclaration,
  lineAfter,
  namingStatement,
  removalOf,
  statementAround,
  wholeStatement,
} from "./statements.js";
import { type CNode, field, functionAround, parts, textOf, unwrapped } from "./tree.js";
import { valuesOf } from "./values.js";

type Draft = Omit<OpenSslCall, "context"> & {
  readonly call: CNode;
  readonly handle: string;
  /** Where the call itself tells it. */
  readonly side?: Side | undefined;
};

/** The calls of OpenSSL in a file, in source order, each with those that concern the same context in the same function. */
export function findOpenSslCalls(program: CProgram): readonly OpenSslCall[] {
  const isForTls = program.text.includes("tmp_dh");
  const drafts = [
    ...program.calls.flatMap((call) => draftsOf(call, program)),
    ...(program.isForAsio ? program.qualifiedNames.flatMap((name) => asioDrafts(name, program)) : []),
  ].filter(({ subject }) => isForTls || !subject.startsWith("dh-"));
  const side = sideOf(program.text);
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    // what has no name is nobody else's
    const place = draft.handle === "" ? draft.call : functionAround(draft.call);
    const key = `${place.range.join("-")} ${draft.handle}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return [...groups.values()].flatMap((group) => withContext(group, side)).sort((a, b) => a.range[0] - b.range[0]);
}

function withContext(group: readonly Draft[], side: Side | undefined): readonly OpenSslCall[] {
  const made = group.flatMap(({ method }) => (method ? [method] : []));
  const method = made.length === 1 ? made[0] : undefined;
  const sides = new Set(made.map((each) => each.side));
  const [only] = sides;
  const calls: OpenSslCall[] = [];
  const context: OpenSslContext = {
    method,
    side: group[0]?.side ?? (sides.size === 1 && only !== "both" ? only : side),
    calls,
  };
  for (const { call: _, handle: __, side: ___, ...draft } of group) calls.push({ ...draft, context });
  return calls;
}

const clientWords =
  /\b(?:SSL_connect|SSL_set_connect_state|BIO_new_ssl_connect|SSL_set_tlsext_host_name|SSL_set1_host|(?:TLS|SSL)v?[\d_]*_client_method|context(?:_base)?::(?:tls|ssl)v?\d*_client)\b/;
const serverWords =
  /\b(?:SSL_accept|SSL_set_accept_state|SSL_CTX_set_client_CA_list|SSL_CTX_set_alpn_select_cb|SSL_CTX_set_tlsext_servername_callback|(?:TLS|SSL)v?[\d_]*_server_method|context(?:_base)?::(?:tls|ssl)v?\d*_server)\b/;

/** What all of a file does, where it does one thing alone. */
function sideOf(text: string): Side | undefined {
  const [isClient, isServer] = [clientWords.test(text), serverWords.test(text)];
  return isClient === isServer ? undefined : isClient ? "client" : "server";
}

// a message names no more of a call
const shownLength = 80;

/** What a call stands behind, and beside, takes more to find out than its name. */
const isJudged = (name: string): boolean =>
  openSslFunctions.has(name) ||
  controlFunctions.has(name) ||
  builtInDhParameters.has(name) ||
  modulusMakers.has(name) ||
  parameterSetters.has(name) ||
  name === "curl_easy_setopt" ||
  name === "SSL_CONF_cmd" ||
  libsslMethod(name) !== undefined;

function draftsOf(call: CNode, program: CProgram): readonly Draft[] {
  const name = calledName(call, program);
  if (name === undefined) return program.isForAsio ? asioCallDrafts(call, program) : [];
  const common = isJudged(name) ? commonOf(call, name, program) : undefined;
  if (!common) return [];
  const given = parts(field(call, "arguments")!);
  const method = libsslMethod(name);
  if (method) return given.length === 0 ? [methodDraft(common, call, method, program)] : [];
  const builtIn = builtInDhParameters.get(name);
  const modulus = builtIn === undefined ? modulusOf(name, call, program) : ofSize(call, builtIn);
  if (modulus) return [{ ...common, subject: "dh-modulus", handle: "", values: [modulus] }];
  const promised = namedSize(name, call, program);
  if (promised) return [{ ...common, subject: "dh-name", handle: "", values: [promised] }];
  return parametersOf(name, given, program).flatMap(({ sets, at, name: command = name }): readonly Draft[] => {
    const argument = given[at];
    if (!argument) return [];
    const handle = given[0] ? textOf(given[0], program.text).replaceAll(/\s/g, "") : "";
    return [
      {
        ...common,
        name: command,
        subject: sets,
        handle,
        values: valuesOf(argument, program),
        acceptsAll: sets === "verify-callback" && alwaysAccepts(unwrapped(argument), program),
      },
    ];
  });
}

/** What is found out of every call in the same way; undefined where it is never compiled. */
function commonOf(call: CNode, name: string, program: CProgram) {
  const conditions = program.conditionsAt(call.range[0]);
  if (isNeverCompiled(conditions)) return undefined;
  const written = textOf(call, program.text).replaceAll(/\s+/g, " ");
  const guard = guardOf(call, program);
  const statement = wholeStatement(call);
  const isEditable = conditions.length === 0 && !program.isInMacro(call) && !isReasoned(statementAround(call), program);
  return {
    call,
    name,
    range: call.range,
    code: written.length > shownLength ? `${written.slice(0, shownLength)}…` : written,
    guard,
    isFor: versionTestOf(conditions),
    isExplained: hasComment(statement ?? call, program),
    removal: statement && isEditable ? removalOf(statement, program) : undefined,
    isEditable,
    method: undefined,
    values: [],
    acceptsAll: false,
    isForOldReleases: program.isForOldReleases,
    isAskedAfter: program.isAskedAfter,
    looksItself: program.looksItself,
    replacedMethod: undefined,
  };
}

/** `context.set_verify_mode(ssl::verify_none)`, `stream.set_verify_callback(...)`. */
function asioCallDrafts(call: CNode, program: CProgram): readonly Draft[] {
  const callee = field(call, "function");
  const method = callee?.type === "field_expression" ? field(callee, "field") : undefined;
  const name = method && textOf(method, program.text);
  const subject = name === undefined ? undefined : asioSetters.get(name);
  const list = field(call, "arguments");
  const argument = list && parts(list)[0];
  const common = subject && argument && commonOf(call, name!, program);
  if (!subject || !common) return [];
  const handle = textOf(field(callee, "argument") ?? callee!, program.text).replaceAll(/\s/g, "");
  if (subject === "verify-callback")
    return [{ ...common, subject, handle, acceptsAll: alwaysAccepts(unwrapped(argument), program) }];
  const written = textOf(argument, program.text);
  const mode = /^[\w:]+$/.test(written) ? asioVerifyModes.get(written.slice(written.lastIndexOf(":") + 1)) : undefined;
  return mode === undefined
    ? []
    : [{ ...common, subject: "asio-verification", handle, values: [ofSize(argument, mode)] }];
}

/** `boost::asio::ssl::context ctx(boost::asio::ssl::context::tlsv1)`. */
function asioDrafts(name: CNode, program: CProgram): readonly Draft[] {
  const method = asioMethodOf(name, program.text);
  const common = method && commonOf(name, "context", program);
  return common
    ? [{ ...common, subject: "asio-version", handle: "", values: [ofSize(name, method.version)], side: method.side }]
    : [];
}

/** `f`, `::f`, `openssl::f`: the last name; methods of objects are no functions of OpenSSL. */
function calledName(call: CNode, { text }: CProgram): string | undefined {
  const callee = field(call, "function");
  if (!callee || !field(call, "arguments")) return undefined;
  const written = textOf(unwrapped(callee), text);
  return /^(?:(?:\w+)?::)*(\w+)$/.exec(written)?.[1];
}

interface Given {
  readonly sets: OpenSslSubject;
  readonly at: number;
  readonly name?: string;
}

function parametersOf(name: string, given: readonly CNode[], program: CProgram): readonly Given[] {
  if (name === "curl_easy_setopt") {
    const option = curlOptions.get(given[1] ? textOf(unwrapped(given[1]), program.text) : "");
    return option ? [option] : [];
  }
  if (controlFunctions.has(name)) {
    const command = controlCommands.get(given[1] ? textOf(unwrapped(given[1]), program.text) : "");
    return command ? [command] : [];
  }
  if (name !== "SSL_CONF_cmd" || !given[1]) return openSslFunctions.get(name) ?? [];
  const [command] = valuesOf(given[1], program);
  const text = command?.string?.text ?? "";
  const sets = configurationCommands.get(text.startsWith("-") ? text : text.toLowerCase());
  return sets ? [{ sets, at: 2, name: text }] : [];
}

function methodDraft(
  common: Omit<Draft, "subject" | "handle">,
  call: CNode,
  method: LibsslMethod,
  program: CProgram,
): Draft {
  const maker = makerOf(call, program);
  const named = maker && namingStatement(maker, program);
  return {
    ...common,
    subject: "method",
    method,
    handle: named?.name ?? "",
    replacedMethod: common.isEditable && named ? replacement(call, method, named, program) : undefined,
  };
}

/** `SSL_CTX_new(method())`. */
function makerOf(call: CNode, program: CProgram): CNode | undefined {
  let node = call;
  while (node.parent && (node.parent.type === "cast_expression" || node.parent.type === "parenthesized_expression"))
    node = node.parent;
  const list = node.parent;
  const maker = list?.type === "argument_list" ? list.parent : undefined;
  if (!maker || calledName(maker, program) !== "SSL_CTX_new") return undefined;
  return maker;
}

function replacement(
  call: CNode,
  { version, flexible }: LibsslMethod,
  { statement, name }: { readonly statement: CNode; readonly name: string },
  program: CProgram,
): MethodReplacement | undefined {
  if (version === undefined || hasComment(statement, program)) return undefined;
  const callee = unwrapped(field(call, "function")!);
  const method = { range: callee.range, text: textOf(callee, program.text).replace(/\b\w+$/, flexible) };
  const last = lastDeclaration(statement, name, program);
  return {
    method,
    floor: (constant) => last && lineAfter(last, `SSL_CTX_set_min_proto_version(${name}, ${constant});`, program),
  };
}
