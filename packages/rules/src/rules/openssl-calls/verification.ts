import type { OpenSslCall } from "../../c/openssl-call.js";
import type { SettingReport } from "../../define-rule.js";

/** What the rule about certificates says of calls in C. */
export const verificationMessages = {
  callVerifiesNothing:
    "`{{code}}` lets a client accept any certificate (RFC 9325, section 7.1), unless a callback, a later call or the program itself looks at it. Use `SSL_VERIFY_PEER`, and `SSL_set1_host`.",
  callbackAsksLater:
    "`{{code}}` has a callback that says yes to every certificate; the program asks for `SSL_get_verify_result` itself. What it sends before that anyone on the path can read (RFC 9325, section 7.1). Return what the callback is given.",
  callbackAccepts:
    "`{{code}}` has a callback that says yes to every certificate, whatever OpenSSL found wrong with it, so that anyone on the path can read and change the traffic (RFC 9325, section 7.1). Return what it is given.",
} as const;

type Report = SettingReport<typeof verificationMessages, never>;

const SSL_VERIFY_PEER = 1;

/** A server that asks nobody for a certificate is as it should be. */
export function judgeVerification(call: OpenSslCall): readonly Report[] {
  const data = { code: call.code };
  if (call.subject === "verify-callback") {
    const isServer = call.context.side === "server";
    if (call.acceptsAll && call.isAskedAfter)
      return [{ at: call, messageId: "callbackAsksLater", data, level: "note" }];
    return call.acceptsAll
      ? [{ at: call, messageId: "callbackAccepts", data, level: isServer ? "warning" : "error" }]
      : [];
  }
  if (call.subject !== "verification" || call.context.side === "server") return [];
  const isOff = call.values.some(({ number }) => number !== undefined && (number & SSL_VERIFY_PEER) === 0);
  const isWatched = call.context.calls.some(({ subject, acceptsAll }) => subject === "verify-callback" && acceptsAll);
  return isOff && !isWatched ? [{ at: call, messageId: "callVerifiesNothing", data, level: "note" }] : [];
}
