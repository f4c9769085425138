/** What a call of OpenSSL decides. */
export type OpenSslSubject =
  | "method"
  | "min-version"
  | "max-version"
  | "options"
  | "cleared-options"
  | "cipher-list"
  | "ciphersuites"
  | "groups"
  | "signature-algorithms"
  | "security-level"
  | "verification"
  | "verify-callback"
  | "host-flags"
  | "curl-peer"
  | "curl-host"
  | "dh-size"
  | "dh-modulus"
  | "dh-name"
  | "asio-version"
  | "asio-verification";

/** Which argument of a function decides what; the first is the context unless `handle` says otherwise. */
interface Parameter {
  readonly sets: OpenSslSubject;
  readonly at: number;
}

const version = (sets: "min-version" | "max-version"): readonly Parameter[] => [{ sets, at: 1 }];
const second = (sets: OpenSslSubject): readonly Parameter[] => [{ sets, at: 1 }];
const verify: readonly Parameter[] = [
  { sets: "verification", at: 1 },
  { sets: "verify-callback", at: 2 },
];

/** By function, as OpenSSL's manual pages (section 3ssl, and 3crypto for X509 and DH) give their parameters. */
export const openSslFunctions: ReadonlyMap<string, readonly Parameter[]> = new Map([
  ...["SSL_CTX", "SSL"].flatMap((object): (readonly [string, readonly Parameter[]])[] => [
    [`${object}_set_min_proto_version`, version("min-version")],
    [`${object}_set_max_proto_version`, version("max-version")],
    [`${object}_set_options`, second("options")],
    [`${object}_clear_options`, second("cleared-options")],
    [`${object}_set_cipher_list`, second("cipher-list")],
    [`${object}_set_ciphersuites`, second("ciphersuites")],
    [`${object}_set1_groups_list`, second("groups")],
    [`${object}_set1_curves_list`, second("groups")],
    [`${object}_set1_sigalgs_list`, second("signature-algorithms")],
    [`${object}_set1_client_sigalgs_list`, second("signature-algorithms")],
    [`${object}_set_security_level`, second("security-level")],
    [`${object}_set_verify`, verify],
  ]),
  ["SSL_CTX_set_cert_verify_callback", second("verify-callback")],
  ["SSL_set_hostflags", second("host-flags")],
  ["X509_VERIFY_PARAM_set_hostflags", second("host-flags")],
  ["DH_generate_parameters_ex", second("dh-size")],
  ["DH_generate_parameters", [{ sets: "dh-size", at: 0 }]],
  ["EVP_PKEY_CTX_set_dh_paramgen_prime_len", second("dh-size")],
]);

/** `SSL_CTX_ctrl(ctx, command, number, pointer)`: the macros of ssl.h written out. */
export const controlFunctions: ReadonlySet<string> = new Set(["SSL_CTX_ctrl", "SSL_ctrl"]);

export const controlCommands: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
  ["SSL_CTRL_SET_MIN_PROTO_VERSION", { sets: "min-version", at: 2 }],
  ["SSL_CTRL_SET_MAX_PROTO_VERSION", { sets: "max-version", at: 2 }],
  ["SSL_CTRL_OPTIONS", { sets: "options", at: 2 }],
  ["SSL_CTRL_CLEAR_OPTIONS", { sets: "cleared-options", at: 2 }],
  ["SSL_CTRL_SET_GROUPS_LIST", { sets: "groups", at: 3 }],
  ["SSL_CTRL_SET_CURVES_LIST", { sets: "groups", at: 3 }],
  ["SSL_CTRL_SET_SIGALGS_LIST", { sets: "signature-algorithms", at: 3 }],
]);

/** `curl_easy_setopt(handle, option, value)`: libcurl verifies unless it is told not to (CURLOPT_SSL_VERIFYPEER(3), CURLOPT_SSL_VERIFYHOST(3)). */
export const curlOptions: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
  ["CURLOPT_SSL_VERIFYPEER", { sets: "curl-peer", at: 2 }],
  ["CURLOPT_SSL_VERIFYHOST", { sets: "curl-host", at: 2 }],
  ["CURLOPT_PROXY_SSL_VERIFYPEER", { sets: "curl-peer", at: 2 }],
  ["CURLOPT_PROXY_SSL_VERIFYHOST", { sets: "curl-host", at: 2 }],
]);

/** Commands of SSL_CONF_cmd(3) whose value is what a function would be given; OpenSSL compares them without regard to case in files, and with a dash on command lines. */
export const configurationCommands: ReadonlyMap<string, OpenSslSubject> = new Map<string, OpenSslSubject>([
  ["minprotocol", "min-version"],
  ["maxprotocol", "max-version"],
  ["cipherstring", "cipher-list"],
  ["ciphersuites", "ciphersuites"],
  ["groups", "groups"],
  ["curves", "groups"],
  ["signaturealgorithms", "signature-algorithms"],
  ["-min_protocol", "min-version"],
  ["-max_protocol", "max-version"],
  ["-cipher", "cipher-list"],
  ["-ciphersuites", "ciphersuites"],
  ["-groups", "groups"],
  ["-curves", "groups"],
  ["-sigalgs", "signature-algorithms"],
]);

/** Functions whose parameters are in the library, by size in bits: of RFC 5114, whose subgroups nobody has explained, RFC 2409 and RFC 3526; before 1.1.0 these had shorter names. */
export const builtInDhParameters: ReadonlyMap<string, number> = new Map([
  ["DH_get_1024_160", 1024],
  ...["BN_", ""].flatMap((prefix): (readonly [string, number])[] => [
    [`${prefix}get_rfc2409_prime_768`, 768],
    [`${prefix}get_rfc2409_prime_1024`, 1024],
    [`${prefix}get_rfc3526_prime_1536`, 1536],
  ]),
]);
