import type { OpenSslCall } from "../../c/openssl-call.js";
import type { CValue } from "../../c/values.js";
import type { SettingReport } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";

/** What the rule about certificates says of calls in C. */
export const verificationMessages = {
  callVerifiesNothing:
    "`{{code}}` lets a client accept any certificate (RFC 9325, section 7.1), unless a callback, a later call or the program itself looks at it. Use `SSL_VERIFY_PEER`, and `SSL_set1_host`.",
  callerVerifiesNothing:
    "`{{code}}` makes the client accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1), and nothing in the file looks at it. Use `{{verifying}}`, and `{{named}}`.",
  asioVerifiesNothing:
    "`{{code}}` lets a client accept any certificate (RFC 9325, section 7.1), unless a later call or a callback looks at it. Use `verify_peer`, and `host_name_verification` as the callback.",
  callbackAsksLater:
    "`{{code}}` has a callback that says yes to every certificate; the program asks for `SSL_get_verify_result` itself. What it sends before that anyone on the path can read (RFC 9325, section 7.1). Return what the callback is given.",
  callbackAccepts:
    "`{{code}}` has a callback that says yes to every certificate, whatever OpenSSL found wrong with it, so that anyone on the path can read and change the traffic (RFC 9325, section 7.1). Return what it is given.",
  curlVerifiesNothing:
    "`{{code}}` accepts any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Remove it, and name a private authority with `CURLOPT_CAINFO`.",
} as const;

/** What the rule about host names says of libcurl. */
export const curlHostMessages = {
  curlComparesNothing:
    "`{{code}}` accepts a valid certificate for any other host (RFC 9525). Remove it: libcurl compares the name.",
} as const;

type Report = SettingReport<typeof verificationMessages, "ask">;

/** Writes libcurl's own default in the place of 0. */
function defaulted(call: OpenSslCall, value: CValue, text: string): Mend | undefined {
  if (!call.isEditable || !value.isOwn || value.guard !== undefined) return undefined;
  return { edits: [{ range: value.node.range, text }], remedy: `Set it to \`${text}\`, libcurl's default.` };
}

const isOff = ({ number }: CValue) => number === 0;
const levelOf = ({ guard }: CValue) => (guard === undefined ? "error" : "warning");

/** Host names that libcurl is told not to compare. */
export function judgeCurlHost(call: OpenSslCall): readonly SettingReport<typeof curlHostMessages, "ask">[] {
  if (call.subject !== "curl-host") return [];
  return call.values.filter(isOff).map((value) => ({
    at: call,
    messageId: "curlComparesNothing",
    data: { code: call.code },
    level: levelOf(value),
    grade: "ask",
    mend: defaulted(call, value, "2L"),
  }));
}

function judgeCurlPeer(call: OpenSslCall): readonly Report[] {
  return call.values.filter(isOff).map((value) => ({
    at: call,
    messageId: "curlVerifiesNothing",
    data: { code: call.code },
    level: levelOf(value),
    grade: "ask",
    mend: defaulted(call, value, "1L"),
  }));
}

const SSL_VERIFY_PEER = 1;

/** A server that asks nobody for a certificate is as it should be. */
export function judgeVerification(call: OpenSslCall): readonly Report[] {
  const data = { code: call.code };
  if (call.subject === "curl-peer") return judgeCurlPeer(call);
  if (call.subject === "verify-callback") {
    const isServer = call.context.side === "server";
    if (call.acceptsAll && call.isAskedAfter)
      return [{ at: call, messageId: "callbackAsksLater", data, level: "note" }];
    return call.acceptsAll
      ? [{ at: call, messageId: "callbackAccepts", data, level: isServer ? "warning" : "error" }]
      : [];
  }
  if (call.subject === "asio-verification" && call.context.side !== "server")
    return call.values.some(isOff)
      ? [unverified(call, "asioVerifiesNothing", "verify_peer", "host_name_verification")]
      : [];
  if (call.subject !== "verification" || call.context.side === "server") return [];
  const isNone = call.values.some(({ number }) => number !== undefined && (number & SSL_VERIFY_PEER) === 0);
  const isWatched = call.context.calls.some(({ subject, acceptsAll }) => subject === "verify-callback" && acceptsAll);
  return isNone && !isWatched ? [unverified(call, "callVerifiesNothing", "SSL_VERIFY_PEER", "SSL_set1_host")] : [];
}

/** A client in whose file nothing else looks at a certificate; of any other, and where a server may be meant, what it may come to. */
function unverified(
  call: OpenSslCall,
  otherwise: "asioVerifiesNothing" | "callVerifiesNothing",
  verifying: string,
  named: string,
): Report {
  const { code, looksItself, context } = call;
  return context.side === "client" && !looksItself
    ? { at: call, messageId: "callerVerifiesNothing", data: { code, verifying, named }, level: "error" }
    : { at: call, messageId: otherwise, data: { code }, level: "note" };
}
