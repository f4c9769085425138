import type { PyClientOption } from "./define-client.js";

const off = (keyword: string): PyClientOption => ({ disables: "certificate", keyword, weak: [false, 0] });
const on = (keyword: string): PyClientOption => ({ disables: "certificate", keyword, weak: [true, 1] });

/** Options that say by their names what they do, whatever library takes them. */
export const tellingOptions: readonly PyClientOption[] = [
  ...["verify_ssl", "ssl_verify", "verify_tls", "tls_verify", "verify_certs", "verify_cert", "validate_certs"].map(off),
  ...[
    "validate_cert",
    "VALIDATE_CERTS",
    "verify_certificate",
    "verify_certificates",
    "verify_ssl_cert",
    "verify_ssl_certs",
  ].map(off),
  ...["ssl_verification", "ssl_cert_verify", "ssl_verify_cert", "verify_server_cert", "check_ssl", "validate_ssl"].map(
    off,
  ),
  ...["insecure_skip_verify", "insecure_skip_tls_verify", "skip_ssl_verify", "skip_ssl_verification"].map(on),
  ...["disable_ssl_verification", "disable_ssl_certificate_validation", "ignore_ssl", "ignore_ssl_errors"].map(on),
  ...["ssl_insecure", "tls_insecure", "no_ssl_verify", "no_verify_ssl", "allow_insecure_ssl"].map(on),
  ...[undefined, "sslopt", "websocket_sslopt", "ssl_options", "ssl_opts", "ssl_params", "tls"].map((within) => ({
    disables: "certificate" as const,
    keyword: "cert_reqs",
    ...(within !== undefined && { within }),
    weak: ["CERT_NONE"],
  })),
];

/** What many libraries call it, and some call something else: it is this one beside an address. */
export const verifyBesideAddress: PyClientOption = off("verify");

/** Keywords that say where a library connects. */
export const addressKeyword = /^(?:\w+_)?(?:url|uri|host|hostname|server|endpoint|address)$/;
