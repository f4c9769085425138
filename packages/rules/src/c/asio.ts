import type { Side } from "tls-policy";
import { type CNode, field, textOf } from "./tree.js";

/** What Asio is told that a context is to speak: one version alone. */
export interface AsioMethod {
  /** As on the wire. */
  readonly version: number;
  readonly side: Side | undefined;
}

/** `asio/ssl/context_base.hpp`: from OpenSSL 1.1.0 on Asio asks `TLS_method` for that version as floor and ceiling, and throws for SSL 2.0 (measured: Asio 1.22.1 with OpenSSL 3.0.19). */
const versions: ReadonlyMap<string, number> = new Map([
  ["sslv2", 0x0002],
  ["sslv3", 0x0300],
  ["tlsv1", 0x0301],
  ["tlsv11", 0x0302],
  ["tlsv12", 0x0303],
]);

const named = /(?:^|::)context(?:_base)?::(sslv[23]|tlsv1[12]?)(?:_(client|server))?$/;

/** Of `boost::asio::ssl::context::tlsv1` that a context is made with; of a comparison or a table of choices nothing. */
export function asioMethodOf(node: CNode, text: string): AsioMethod | undefined {
  if (node.parent?.type === "qualified_identifier") return undefined;
  const [, version, side] = named.exec(textOf(node, text).replaceAll(/\s/g, "")) ?? [];
  const number = version === undefined ? undefined : versions.get(version);
  return number === undefined || !makesContext(node, text)
    ? undefined
    : { version: number, side: side === "client" || side === "server" ? side : undefined };
}

/** `context ctx(m)`, which reads as a function's declaration, `context ctx{m}`, `ctx_(m)`, `context(m)`, `make_shared<context>(m)`. */
function makesContext({ parent: list }: CNode, text: string): boolean {
  if (list?.type === "parameter_declaration") return list.parent?.parent?.type === "function_declarator";
  if (list?.type !== "argument_list" && list?.type !== "initializer_list") return false;
  const maker = list.parent;
  if (maker?.type === "call_expression") return /context>?$/.test(textOf(field(maker, "function")!, text));
  return /^(?:new_expression|field_initializer|init_declarator|field_declaration|compound_literal_expression)$/.test(
    maker?.type ?? "",
  );
}

/** Methods of Asio's contexts and streams that say who is verified. */
export const asioSetters: ReadonlyMap<string, "verification" | "verify-callback"> = new Map([
  ["set_verify_mode", "verification"],
  ["set_verify_callback", "verify-callback"],
]);

/** `verify_none`, and what else a verification is made of: bits, as OpenSSL has them. */
export const asioVerifyModes: ReadonlyMap<string, number> = new Map([
  ["verify_none", 0],
  ["verify_peer", 1],
  ["verify_fail_if_no_peer_cert", 2],
  ["verify_client_once", 4],
]);
