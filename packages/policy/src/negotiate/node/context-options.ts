import type { Side, TlsOptionValues } from "../negotiation.js";
import type { ProcessDefaults } from "./process-defaults.js";

/** The options that `tls.connect` or `tls.createServer` hand to `tls.createSecureContext`. */
export interface ContextOptions {
  readonly secureProtocol: unknown;
  readonly minVersion: unknown;
  readonly maxVersion: unknown;
  readonly secureOptions: unknown;
  readonly honorCipherOrder: unknown;
  readonly ciphers: unknown;
  readonly sigalgs: unknown;
  readonly ecdhCurve: unknown;
  readonly dhparam: unknown;
}

function clientContextOptions(options: TlsOptionValues, defaults: ProcessDefaults): ContextOptions {
  const { secureProtocol, minVersion, maxVersion, secureOptions, honorCipherOrder, sigalgs, ecdhCurve, dhparam } =
    options;
  const ciphers = "ciphers" in options ? options.ciphers : defaults.ciphers;
  return {
    secureProtocol,
    minVersion,
    maxVersion,
    secureOptions,
    honorCipherOrder,
    ciphers,
    sigalgs,
    ecdhCurve,
    dhparam,
  };
}

const unlessFalsy = (value: unknown) => value || undefined;

/** A server drops most falsy values, and its own order counts unless told otherwise. */
function serverContextOptions(options: TlsOptionValues): ContextOptions {
  return {
    secureProtocol: unlessFalsy(options.secureProtocol),
    minVersion: unlessFalsy(options.minVersion),
    maxVersion: unlessFalsy(options.maxVersion),
    secureOptions: unlessFalsy(options.secureOptions),
    honorCipherOrder: options.honorCipherOrder === undefined || Boolean(options.honorCipherOrder),
    ciphers: unlessFalsy(options.ciphers),
    sigalgs: options.sigalgs,
    ecdhCurve: options.ecdhCurve,
    dhparam: unlessFalsy(options.dhparam),
  };
}

export function contextOptions(options: TlsOptionValues, side: Side, defaults: ProcessDefaults): ContextOptions {
  return side === "client" ? clientContextOptions(options, defaults) : serverContextOptions(options);
}
