import {
  compareProtocolVersions,
  isProtocolVersion,
  type ProtocolVersion,
  type SecureProtocolMethod,
  secureProtocolMethod,
} from "../../parameters/protocol-versions.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Side, Throws } from "../negotiation.js";
import type { ContextOptions } from "./context-options.js";
import type { ProcessDefaults } from "./process-defaults.js";
import { nativeCode, print, throws } from "./throws.js";

/** The versions a context is limited to, before `secureOptions` and the security level. */
export interface ProtocolRange {
  readonly min: ProtocolVersion;
  readonly max: ProtocolVersion;
  /** A `_client_method` cannot serve, a `_server_method` cannot connect. */
  readonly worksAs: Side | "both";
}

function readVersion(which: "minimum" | "maximum", value: unknown, { traits }: Runtime): ProtocolVersion | Throws {
  if (isProtocolVersion(value) && (value !== "TLSv1.3" || traits.has("hasTls13"))) return value;
  const option = which === "minimum" ? "minVersion" : "maxVersion";
  return throws(
    "ERR_TLS_INVALID_PROTOCOL_VERSION",
    [option],
    `${print(value)} is not a valid ${which} TLS protocol version.`,
  );
}

function conflict({ secureProtocol, minVersion, maxVersion }: ContextOptions): Throws | undefined {
  if (!secureProtocol || (minVersion == null && maxVersion == null)) return undefined;
  const option = minVersion == null ? "maxVersion" : "minVersion";
  return throws(
    "ERR_TLS_PROTOCOL_VERSION_CONFLICT",
    ["secureProtocol", option],
    `\`${option}\` conflicts with \`secureProtocol\`.`,
  );
}

/** Node 10 and 11 know `TLS_method` alone of the TLS methods, and older releases none of them. */
function isKnownMethod(name: string, { traits }: Runtime): boolean {
  return (
    traits.has("hasTls13") || !name.startsWith("TLS_") || (name === "TLS_method" && traits.has("hasVersionOptions"))
  );
}

function readMethod(name: string, runtime: Runtime): SecureProtocolMethod | Throws {
  const method = secureProtocolMethod(name);
  if (method && isKnownMethod(name, runtime)) return method;
  return throws(
    nativeCode("ERR_TLS_INVALID_PROTOCOL_METHOD", runtime),
    ["secureProtocol"],
    `${print(name)} is no protocol method that Node accepts.`,
  );
}

const older = (left: ProtocolVersion, right: ProtocolVersion) =>
  compareProtocolVersions(left, right) <= 0 ? left : right;

/** What `secureProtocol`, `minVersion`, `maxVersion` and the process-wide defaults amount to, or the error they throw. */
export function protocolRange(
  options: ContextOptions,
  defaults: ProcessDefaults,
  runtime: Runtime,
): ProtocolRange | Throws {
  const hasVersionOptions = runtime.traits.has("hasVersionOptions");
  const failure = hasVersionOptions ? conflict(options) : undefined;
  if (failure) return failure;
  const min = readVersion(
    "minimum",
    hasVersionOptions ? (options.minVersion ?? defaults.minVersion) : runtime.defaultMinVersion,
    runtime,
  );
  if (typeof min !== "string") return min;
  const max = readVersion(
    "maximum",
    hasVersionOptions ? (options.maxVersion ?? defaults.maxVersion) : runtime.defaultMaxVersion,
    runtime,
  );
  if (typeof max !== "string") return max;
  const { secureProtocol } = options;
  if (typeof secureProtocol !== "string" || (secureProtocol === "" && !hasVersionOptions))
    return { min, max, worksAs: "both" };
  const method = readMethod(secureProtocol, runtime);
  if ("outcome" in method) return method;
  const isCapped = method.min === "default" && !runtime.traits.has("hasTls13");
  const newest = runtime.traits.has("hasTls13") ? "TLSv1.3" : "TLSv1.2";
  return {
    min: method.min === "default" ? min : method.min,
    max: isCapped ? max : older(method.max, newest),
    worksAs: method.side,
  };
}
