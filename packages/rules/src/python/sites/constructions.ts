import type { PythonConstruction, PythonProtocol, PythonPurpose, PythonVerifyMode } from "tls-policy";
import { argumentsOf, dottedName, type PyModule } from "../program/module.js";
import { field, type PyNode } from "../program/tree.js";
import { constantOf, onlyValue, type PyValue, valuesOf } from "../program/values.js";

/** A call that makes a context, and what it is asked for. */
export interface Construction {
  readonly call: PyNode;
  readonly name: PythonConstruction["call"];
  /** The node of the protocol argument, its keyword included; undefined where Python chooses. */
  readonly protocol: PyNode | undefined;
  /** The cipher list that it is told. */
  readonly list?: PyNode | undefined;
  /** The client whose call it is, which compares the host name itself. */
  readonly maker?: string;
  /** Whether more depends on the argument of the protocol than the protocol. */
  readonly keepsProtocol?: boolean;
  /** Each way in which the call may read, where values are chosen. */
  readonly alternatives: readonly ConstructionAlternative[];
}

export interface ConstructionAlternative {
  readonly made: PythonConstruction;
  /** The protocol's value, with what decides it. */
  readonly protocol: PyValue | undefined;
}

const names: Readonly<Record<string, PythonConstruction["call"]>> = {
  "ssl.SSLContext": "SSLContext",
  "ssl.create_default_context": "create_default_context",
  "ssl._create_unverified_context": "_create_unverified_context",
  "ssl._create_stdlib_context": "_create_unverified_context",
  "ssl.wrap_socket": "wrap_socket",
};

const urllib3Contexts = new Set(["urllib3.util.ssl_.create_urllib3_context", "urllib3.util.create_urllib3_context"]);

/** Helpers of clients that make what `create_default_context` makes. */
const defaultContexts = new Set([
  "aiokafka.helpers.create_ssl_context",
  "elasticsearch.connection.create_ssl_context",
  "httpx.create_ssl_context",
]);

/** Where a protocol stands among the arguments: its position, and its keyword. */
const protocolPlaces: Readonly<Partial<Record<PythonConstruction["call"], readonly [number | undefined, string]>>> = {
  SSLContext: [0, "protocol"],
  _create_unverified_context: [0, "protocol"],
  // wrap_socket(sock, keyfile, certfile, server_side, cert_reqs, ssl_version, ca_certs, do_handshake_on_connect, suppress_ragged_eofs, ciphers)
  wrap_socket: [5, "ssl_version"],
};

export const protocols: ReadonlySet<string> = new Set<PythonProtocol>([
  "TLS",
  "SSLv23",
  "TLS_CLIENT",
  "TLS_SERVER",
  "TLSv1",
  "TLSv1_1",
  "TLSv1_2",
  "SSLv2",
  "SSLv3",
]);

export function constructionOf(call: PyNode, module: PyModule): Construction | undefined {
  const dotted = dottedName(field(call, "function"), module);
  if (dotted !== undefined && urllib3Contexts.has(dotted)) return urllib3Construction(call, module);
  if (dotted !== undefined && defaultContexts.has(dotted))
    return {
      call,
      name: "create_default_context",
      protocol: undefined,
      alternatives: [{ made: { call: "create_default_context" }, protocol: undefined }],
    };
  const name = dotted === undefined ? undefined : Object.hasOwn(names, dotted) ? names[dotted] : undefined;
  if (!name) return undefined;
  const protocol = argument(call, protocolPlaces[name], module);
  const list = name === "wrap_socket" ? argument(call, [9, "ciphers"], module) : undefined;
  return { call, name, protocol, list, alternatives: alternativesOf(call, name, protocol, module) };
}

/** `create_urllib3_context(ssl_version, cert_reqs, options, ciphers)`: a client's context, which urllib3 gives a floor and verifies with. */
function urllib3Construction(call: PyNode, module: PyModule): Construction {
  const protocol = argument(call, [0, "ssl_version"], module);
  const told = protocol ? alternativesOf(call, "SSLContext", protocol, module) : [];
  return {
    call,
    name: "SSLContext",
    protocol,
    list: argument(call, [3, "ciphers"], module),
    maker: "urllib3",
    alternatives: told.length > 0 ? told : [{ made: { call: "create_default_context" }, protocol: undefined }],
  };
}

/** What a context is made for that is told a protocol. */
export function protocolAlternatives(protocol: PyNode, module: PyModule): readonly ConstructionAlternative[] {
  return valuesOf(protocol, module).flatMap((value) => {
    const constant = constantOf(value)?.replace(/^PROTOCOL_/, "");
    if (constant === undefined || !protocols.has(constant)) return [];
    return [{ made: { call: "SSLContext", protocol: constant as PythonProtocol }, protocol: value }];
  });
}

/** An argument by position or keyword; a keyword's node is its value. */
export function argument(
  call: PyNode,
  place: readonly [position: number | undefined, keyword: string] | undefined,
  module: PyModule,
): PyNode | undefined {
  if (!place) return undefined;
  const [position, keyword] = place;
  const { positional, keywords } = argumentsOf(call, module);
  const named = keywords.get(keyword);
  return named ? field(named, "value") : position === undefined ? undefined : positional[position];
}

function alternativesOf(
  call: PyNode,
  name: PythonConstruction["call"],
  protocol: PyNode | undefined,
  module: PyModule,
): readonly ConstructionAlternative[] {
  if (!protocol) return [{ made: construction(call, name, undefined, module), protocol: undefined }];
  return valuesOf(protocol, module).flatMap((value) => {
    const constant = constantOf(value)?.replace(/^PROTOCOL_/, "");
    if (constant === undefined || !protocols.has(constant)) return [];
    return [{ made: construction(call, name, constant as PythonProtocol, module), protocol: value }];
  });
}

function construction(
  call: PyNode,
  name: PythonConstruction["call"],
  protocol: PythonProtocol | undefined,
  module: PyModule,
): PythonConstruction {
  const given = { ...(protocol && { protocol }) };
  const constant = (place: readonly [number | undefined, string]) => {
    const value = onlyValue(argument(call, place, module), module);
    return value && constantOf(value);
  };
  if (name === "SSLContext") return { call: name, ...given };
  if (name === "create_default_context") {
    const purpose = constant([0, "purpose"]);
    return { call: name, ...(isPurpose(purpose) && { purpose }) };
  }
  const verifyMode = constant(name === "wrap_socket" ? [4, "cert_reqs"] : [undefined, "cert_reqs"]);
  const mode = isVerifyMode(verifyMode) ? { verifyMode } : {};
  if (name === "wrap_socket") {
    const ciphers = onlyValue(argument(call, [9, "ciphers"], module), module);
    const list = ciphers?.kind === "literal" && typeof ciphers.value === "string" ? { ciphers: ciphers.value } : {};
    return { call: name, ...given, ...mode, ...list };
  }
  const checks = onlyValue(argument(call, [undefined, "check_hostname"], module), module);
  const purpose = constant([undefined, "purpose"]);
  return {
    call: name,
    ...given,
    ...mode,
    ...(checks?.kind === "literal" && typeof checks.value === "boolean" && { checkHostname: checks.value }),
    ...(isPurpose(purpose) && { purpose }),
  };
}

const isPurpose = (name: string | undefined): name is PythonPurpose => name === "SERVER_AUTH" || name === "CLIENT_AUTH";

export const isVerifyMode = (name: string | undefined): name is PythonVerifyMode =>
  name === "CERT_NONE" || name === "CERT_OPTIONAL" || name === "CERT_REQUIRED";
