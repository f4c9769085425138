import type { Side } from "tls-policy";
import { argumentsOf, dottedName, type PyModule } from "../program/module.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import { onlyValue } from "../program/values.js";

/** Calls that take a context and make a connection with it, by the last words of their dotted names. */
const clients =
  /(?:^|\.)(?:urlopen|HTTPSConnection|HTTPSHandler|SMTP_SSL|IMAP4_SSL|POP3_SSL|FTP_TLS|NNTP_SSL|starttls|stls|open_connection|create_connection|TCPConnector|ClientSession|ServerProxy|SafeTransport|connect|WebSocketApp|Client|AsyncClient|PoolManager|get|post|put|request|SSLOptions|SmartConnect|tls_set_context|KafkaConsumer|KafkaProducer|AIOKafkaConsumer|AIOKafkaProducer|Elasticsearch|AsyncElasticsearch|OpenSearch|IMAPClient)$/;
/** Calls that take a context and serve with it. */
const servers =
  /(?:^|\.)(?:start_server|create_server|start_unix_server|run_app|TCPSite|serve|HTTPServer|SSLSite|WSGIServer|run_simple|run|Server)$/;

/** Which side a call that is handed a context, or a method of one, is for; undefined where its name does not tell. */
export function sideOfUse(call: PyNode, holder: string | undefined, module: PyModule): Side | undefined {
  const callee = field(call, "function");
  const name = callee && (dottedName(callee, module) ?? textOf(callee, module.text));
  if (name === undefined) return undefined;
  if (/\.wrap_(?:socket|bio)$/.test(name) && (holder === undefined || name.startsWith(`${holder}.`)))
    return sideOfWrapping(call, module);
  if (/(?:^|\.)start_tls$/.test(name)) return sideOfWrapping(call, module);
  if (servers.test(name)) return "server";
  return clients.test(name) ? "client" : undefined;
}

/** `wrap_socket(sock, server_side=True)`. Its second position in `SSLContext.wrap_socket` is the same. */
export function sideOfWrapping(call: PyNode, module: PyModule): Side | undefined {
  const { positional, keywords } = argumentsOf(call, module);
  const isModuleCall = dottedName(field(call, "function"), module) === "ssl.wrap_socket";
  const argument = keywords.get("server_side");
  const given = argument ? field(argument, "value") : positional[isModuleCall ? 3 : 1];
  if (!given) return keywords.has("server_hostname") || !argument ? "client" : undefined;
  const value = onlyValue(given, module);
  return value?.kind === "literal" ? (value.value ? "server" : "client") : undefined;
}
