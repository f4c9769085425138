import type { Runtime } from "../runtimes/runtimes.js";
import type {
  CannotConnect,
  Negotiation,
  Offers,
  ProcessSettings,
  Side,
  Throws,
  TlsOptionValues,
} from "./negotiation.js";
import { configureContext } from "./node/context.js";
import { contextOptions } from "./node/context-options.js";
import { type ProcessDefaults, processDefaults } from "./node/process-defaults.js";
import { nativeCode, throws } from "./node/throws.js";
import { minDHSizeOf, verification } from "./node/verification.js";
import { clientNegotiation } from "./openssl/client.js";
import { serverNegotiation } from "./openssl/server.js";

/**
 * What a Node release does with a set of TLS options: throws, cannot connect, or offers (client) or accepts (server).
 * The options are those of one `tls.connect`, `tls.createServer` or their https and http2 kin, completed as these complete them.
 * Held to real handshakes and `createSecureContext` calls of Node 12 to 26 by the oracle (docs/oracle.md); certificates are outside its view,
 * so a server is judged as if it had a certificate that fits each suite.
 * @param process process-wide settings; without them, those of a plain `node`.
 */
export function negotiate(
  options: TlsOptionValues,
  runtime: Runtime,
  side: Side,
  process?: ProcessSettings,
): Negotiation {
  const defaults = processDefaults(runtime, process);
  if (defaults.refusal) return throws(undefined, [], `Node does not start: ${defaults.refusal}.`);
  const negotiation = negotiateWith(options, runtime, side, defaults);
  return negotiation.outcome === "throws" ? withGivenOptions(negotiation, options) : negotiation;
}

function negotiateWith(options: TlsOptionValues, runtime: Runtime, side: Side, defaults: ProcessDefaults): Negotiation {
  const check = verification(options, side, defaults, runtime);
  if ("outcome" in check) return check;
  const minDHSize = side === "client" ? minDHSizeOf(options, runtime) : 0;
  if (typeof minDHSize !== "number") return minDHSize;
  const context = configureContext(contextOptions(options, side, defaults), side, defaults, runtime);
  if ("outcome" in context) return context;
  return side === "client"
    ? withNodeCode(clientNegotiation(context, check, minDHSize, options), runtime)
    : serverNegotiation(context, check, options);
}

function withNodeCode(negotiation: CannotConnect | Offers, runtime: Runtime): CannotConnect | Offers {
  if (negotiation.outcome === "offers" || negotiation.code === undefined) return negotiation;
  return { ...negotiation, code: nativeCode(negotiation.code, runtime) };
}

/** An option that is not given cannot be the cause: then the process-wide default in its place is. */
function withGivenOptions(failure: Throws, options: TlsOptionValues): Throws {
  return { ...failure, options: failure.options.filter((name) => name in options) };
}

/**
 * The options of a request through an `https.Agent`: those of the agent win, also where they are `undefined`.
 * Measured on Node 16 to 26: an agent's `rejectUnauthorized: false` beats a request's `true`.
 */
export function mergeAgentOptions(agent: TlsOptionValues, request: TlsOptionValues): TlsOptionValues {
  return { ...request, ...agent };
}
