import type { OpenSslLine } from "./openssl-line.js";
import { type Runtime, runtimeFor } from "./runtimes.js";

// The newest release of Node with each line: what OpenSSL does beneath other programs was measured there first.
const NODE_WITH: Readonly<Record<OpenSslLine, string>> = {
  "1.1.1": "16.20.2",
  "3.0": "20.20.2",
  "3.5": "24.21.0",
  "4.0": "24.21.0",
};

/** The Node runtime whose OpenSSL is of that line. */
export function nodeWith(openssl: OpenSslLine): Runtime {
  return { ...runtimeFor(NODE_WITH[openssl]), openssl };
}
