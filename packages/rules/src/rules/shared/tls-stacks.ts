/** A package that speaks TLS by itself, and what of it is called or constructed for that; looked up in its types. */
interface Stack {
  readonly module: string;
  readonly members: readonly string[];
}

/** node-forge 1.4.3, subtls 0.5.0, @reclaimprotocol/tls 0.1.2, node-dtls-client 1.1.1, @nodertc/dtls 0.6.0. */
export const stacks: readonly Stack[] = [
  { module: "node-forge", members: ["tls.createConnection", "tls.wrapSocket"] },
  { module: "subtls", members: ["startTls"] },
  { module: "@reclaimprotocol/tls", members: ["makeTLSClient"] },
  { module: "node-dtls-client", members: ["dtls.createSocket"] },
  { module: "@nodertc/dtls", members: ["connect"] },
];

/** Words one of which is in every file that handles certificates by itself; the shortest module is told by its call. */
export const wordsOfHandMadeTls: readonly string[] = [
  "X509Certificate",
  "startTls",
  ...stacks.map(({ module }) => module).filter((module) => module !== "subtls"),
];
