import type { LibsslMethod } from "./libssl-methods.js";

/** A call that changes an `SSL_CTX` or `SSL`, with what it passes. */
export type LibsslCall =
  /** `SSL_CTX_set_min_proto_version`, `SSL_CTX_set_max_proto_version`: the number on the wire, `TLS1_2_VERSION` is 0x0303; 0 for no bound. */
  | { readonly set: "min-version"; readonly to: number }
  | { readonly set: "max-version"; readonly to: number }
  /** `SSL_CTX_set_options` and `SSL_CTX_clear_options`. */
  | { readonly set: "options"; readonly to: number }
  | { readonly set: "cleared-options"; readonly to: number }
  | { readonly set: "cipher-list"; readonly to: string }
  | { readonly set: "ciphersuites"; readonly to: string }
  | { readonly set: "groups"; readonly to: string }
  | { readonly set: "signature-algorithms"; readonly to: string }
  | { readonly set: "security-level"; readonly to: number }
  /** `SSL_CTX_set_verify`: whether `SSL_VERIFY_PEER` is in the mode. */
  | { readonly set: "verification"; readonly to: boolean };

/** An `SSL_CTX` as a program makes and changes it. */
export interface LibsslContext {
  readonly method: LibsslMethod;
  /** In the order in which they run. */
  readonly calls: readonly LibsslCall[];
}

/**
 * What a call comes to: `sets` what it says and returns 1, `ignored` and still returns 1, `fails` and returns 0,
 * `absent` where that line has no such function.
 */
export type LibsslCallOutcome = "sets" | "ignored" | "fails" | "absent";
