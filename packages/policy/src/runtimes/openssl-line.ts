/** The OpenSSL release lines whose behaviour was measured; 3.5 also stands for 3.6, which behaves the same. */
export type OpenSslLine = "1.1.1" | "3.0" | "3.5" | "4.0";

/** Oldest first. */
export const OPENSSL_LINES: readonly OpenSslLine[] = ["1.1.1", "3.0", "3.5", "4.0"];
