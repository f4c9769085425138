import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws } from "../negotiation.js";
import { defaultGroupList, type GroupList, parseGroupList } from "../openssl/group-list.js";
import type { ProcessDefaults } from "./process-defaults.js";
import { print, throws } from "./throws.js";

/** `ecdhCurve` with its default in place; old releases pass no falsy value on. */
function completeCurve(ecdhCurve: unknown, { ecdhCurve: initial }: ProcessDefaults, { traits }: Runtime): unknown {
  if (ecdhCurve === undefined) return traits.has("completesEmptyCurve") ? initial || "auto" : initial;
  return traits.has("validatesContextOptions") ? ecdhCurve : ecdhCurve || "auto";
}

/** The groups of `ecdhCurve`, or of `tls.DEFAULT_ECDH_CURVE` in its place. */
export function groupList(ecdhCurve: unknown, processDefaults: ProcessDefaults, runtime: Runtime): GroupList | Throws {
  const { traits, openssl } = runtime;
  const value = completeCurve(ecdhCurve, processDefaults, runtime);
  if (typeof value !== "string")
    return throws("ERR_INVALID_ARG_TYPE", ["ecdhCurve"], `\`ecdhCurve\` must be a string, not ${print(value)}.`);
  if (value === "auto") return defaultGroupList(openssl);
  const code = traits.has("validatesContextOptions") ? "ERR_CRYPTO_OPERATION_FAILED" : undefined;
  return (
    parseGroupList(value, openssl) ??
    throws(code, ["ecdhCurve"], `OpenSSL ${openssl} does not accept \`ecdhCurve\` ${print(value)}.`)
  );
}
