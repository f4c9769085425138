/** A protocol constant of the ssl module, without its `PROTOCOL_`. */
export type PythonProtocol =
  "TLS" | "SSLv23" | "TLS_CLIENT" | "TLS_SERVER" | "TLSv1" | "TLSv1_1" | "TLSv1_2" | "SSLv2" | "SSLv3";

/** A member of `ssl.TLSVersion`. */
export type PythonTlsVersion =
  "MINIMUM_SUPPORTED" | "SSLv3" | "TLSv1" | "TLSv1_1" | "TLSv1_2" | "TLSv1_3" | "MAXIMUM_SUPPORTED";

/** A member of `ssl.VerifyMode`. */
export type PythonVerifyMode = "CERT_NONE" | "CERT_OPTIONAL" | "CERT_REQUIRED";

export type PythonPurpose = "SERVER_AUTH" | "CLIENT_AUTH";

/** How a context comes into being. What is left out is left to Python. */
export type PythonConstruction =
  | { readonly call: "SSLContext"; readonly protocol?: PythonProtocol }
  | { readonly call: "create_default_context"; readonly purpose?: PythonPurpose }
  | {
      readonly call: "_create_unverified_context";
      readonly protocol?: PythonProtocol;
      readonly verifyMode?: PythonVerifyMode;
      readonly checkHostname?: boolean;
      readonly purpose?: PythonPurpose;
    }
  /** `ssl.wrap_socket`: a context and its use in one call. */
  | {
      readonly call: "wrap_socket";
      readonly protocol?: PythonProtocol;
      readonly verifyMode?: PythonVerifyMode;
      readonly ciphers?: string;
    };

/** What a program does to a context after it is made, in order. */
export type PythonOperation =
  | { readonly set: "verify_mode"; readonly to: PythonVerifyMode }
  | { readonly set: "check_hostname"; readonly to: boolean }
  | { readonly set: "minimum_version" | "maximum_version"; readonly to: PythonTlsVersion }
  /** `options = bits`, `options |= bits`, `options &= ~bits`; bits of OpenSSL, as unsigned numbers below 2^32. */
  | { readonly set: "options"; readonly how: "to" | "add" | "clear"; readonly bits: number }
  | { readonly call: "set_ciphers"; readonly list: string }
  | { readonly call: "set_ecdh_curve"; readonly curve: string };

/** One context of a program: how it is made, and what is done to it before it is used. */
export interface PythonContext {
  readonly construction: PythonConstruction;
  readonly operations: readonly PythonOperation[];
  /** False where a client hands no `server_hostname` on, so that there is nothing to compare a certificate with. */
  readonly hasServerHostname?: boolean;
}

/** The call or assignment raises. */
export interface PythonThrows {
  readonly outcome: "throws";
  readonly error: "AttributeError" | "TypeError" | "ValueError" | "SSLError";
  /** The index of the operation that raises; -1 for the construction, the number of operations for the use of the context. */
  readonly at: number;
  readonly reason: string;
}
