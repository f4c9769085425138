import {
  assess,
  type LibsslCall,
  libsslMethod,
  type LibsslRuntime,
  type LibsslVerdict,
  negotiateLibssl,
  onSomeLibssl,
  type Side,
  type ViolationSubject,
} from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { Settings } from "../../settings.js";
import type { RuntimeViolation } from "../shared/violations.js";

/** What one OpenSSL does with a context of which one call is known. */
export interface CallVerdict extends LibsslVerdict {
  readonly libssl: LibsslRuntime;
  readonly side: Side;
}

/** The releases in range that a call is compiled for. */
export function releasesFor(call: OpenSslCall, { libssl }: Settings): readonly LibsslRuntime[] {
  return libssl.filter(({ release }) => call.isFor(release));
}

/** What each OpenSSL in range makes of a call by itself, on the context that the function makes, or on one that negotiates; a client's where the code does not tell. */
export function verdictsOn(
  call: OpenSslCall,
  made: LibsslCall | undefined,
  settings: Settings,
): readonly CallVerdict[] {
  const side = call.context.side ?? "client";
  const method = call.context.method ?? libsslMethod("TLS_method")!;
  return releasesFor(call, settings).map((libssl) => ({
    libssl,
    side,
    ...negotiateLibssl({ method, calls: made ? [made] : [] }, libssl, side),
  }));
}

/** What the policy has to say of these subjects. */
export function violationsOf(
  verdicts: readonly CallVerdict[],
  { policy }: Settings,
  ...subjects: readonly ViolationSubject[]
): readonly RuntimeViolation[] {
  return verdicts.flatMap(({ negotiation, side, libssl }) => {
    if (negotiation.outcome === "absent" || negotiation.outcome === "historic") return [];
    return assess(negotiation, policy, side, libssl.likeNode)
      .filter(({ subject, status }) => subjects.includes(subject) && status !== "missing")
      .map((violation) => ({ ...violation, runtime: libssl.likeNode }));
  });
}

/** ` on OpenSSL 1.1.1 and 3.0`: those whose Node twin is among the runtimes; nothing where all in range are. */
export function onSome(violations: readonly Pick<RuntimeViolation, "runtime">[], { libssl }: Settings): string {
  const meant = libssl.filter(({ likeNode }) => violations.some(({ runtime }) => runtime === likeNode));
  return onSomeLibssl(meant, libssl);
}
