import type { Runtime } from "../../runtimes/runtimes.js";
import type { HostNameCheck, Side, Throws, TlsOptionValues } from "../negotiation.js";
import type { Verification } from "../openssl/tls-context.js";
import type { ProcessDefaults } from "./process-defaults.js";
import { print, throws } from "./throws.js";

/** Only `false` switches verification off; before the fix of CVE-2021-22939 every falsy value did, a given `undefined` included. */
function rejectsUnauthorized(
  options: TlsOptionValues,
  { allowsUnauthorized }: ProcessDefaults,
  { traits }: Runtime,
): boolean {
  if (!("rejectUnauthorized" in options)) return !allowsUnauthorized;
  return traits.has("onlyFalseDisablesVerification")
    ? options.rejectUnauthorized !== false
    : Boolean(options.rejectUnauthorized);
}

const isHostNameCheck = (value: unknown): value is HostNameCheck =>
  typeof value === "object" && value !== null && "outcome" in value;

/** Node refuses anything but a function, a given `undefined` included. */
function hostNameCheck(options: TlsOptionValues, runtime: Runtime): HostNameCheck["outcome"] | Throws {
  if (!("checkServerIdentity" in options)) return "default";
  const check = options.checkServerIdentity;
  if (isHostNameCheck(check)) return check.outcome;
  if (typeof check === "function") return "unknown";
  return throws(
    connectCode("ERR_INVALID_ARG_TYPE", runtime),
    ["checkServerIdentity"],
    `\`checkServerIdentity\` must be a function, not ${print(check)}.`,
  );
}

/** Before Node 21 `tls.connect` asserted instead of validating. */
function connectCode(code: string, { traits }: Runtime): string {
  if (traits.has("validatesConnectOptions")) return code;
  return traits.has("throwsInternalAssertions") ? "ERR_INTERNAL_ASSERTION" : "ERR_ASSERTION";
}

/** The smallest Diffie-Hellman modulus a client accepts, or the error of an impossible one. */
export function minDHSizeOf(options: TlsOptionValues, runtime: Runtime): number | Throws {
  const size = "minDHSize" in options ? options.minDHSize : 1024;
  if (typeof size !== "number")
    return throws(
      connectCode("ERR_INVALID_ARG_TYPE", runtime),
      ["minDHSize"],
      `\`minDHSize\` must be a number, not ${print(size)}.`,
    );
  const isAccepted = runtime.traits.has("validatesConnectOptions") ? size >= 1 : size > 0;
  return isAccepted
    ? size
    : throws(
        connectCode("ERR_OUT_OF_RANGE", runtime),
        ["minDHSize"],
        `\`minDHSize\` must be positive, not ${print(size)}.`,
      );
}

function clientVerification(
  options: TlsOptionValues,
  defaults: ProcessDefaults,
  runtime: Runtime,
): Verification | Throws {
  const check = hostNameCheck(options, runtime);
  if (typeof check !== "string") return check;
  const verifiesPeer = rejectsUnauthorized(options, defaults, runtime);
  return {
    verifiesPeer,
    verifiesHostName: verifiesPeer && check !== "accepts-all",
    requestsPeerCertificate: false,
    refusesHostNames: verifiesPeer && check === "refuses-all",
    refusesAnonymousPeers: verifiesPeer,
  };
}

/** Only `requestCert: true` asks for a certificate, and only `rejectUnauthorized: false` then lets clients without a valid one in. */
function serverVerification({ requestCert, rejectUnauthorized }: TlsOptionValues): Verification {
  const requestsPeerCertificate = requestCert === true;
  return {
    verifiesPeer: requestsPeerCertificate && rejectUnauthorized !== false,
    verifiesHostName: false,
    requestsPeerCertificate,
    refusesHostNames: false,
    refusesAnonymousPeers: false,
  };
}

export function verification(
  options: TlsOptionValues,
  side: Side,
  defaults: ProcessDefaults,
  runtime: Runtime,
): Verification | Throws {
  return side === "client" ? clientVerification(options, defaults, runtime) : serverVerification(options);
}
