import type { Level } from "../../finding.js";

/** Something of Node's TLS that is deprecated. Since when a release misses it, ignores it or throws was measured on Node 8 to 26. */
export interface Deprecation {
  /** Node's deprecation code, or the changelog where it has none. */
  readonly reference: string;
  /** The first release that calls it deprecated. */
  readonly since: string;
  /** The first major release in which it no longer works; undefined while it does. */
  readonly end: { readonly major: number; readonly how: string; readonly level: Level } | undefined;
  readonly remedy: string;
}

const gone = (major: number) => ({ major, how: `gone since Node ${major}`, level: "error" }) as const;

const setOptions: Deprecation = {
  reference: "DEP0122",
  since: "12.0.0",
  end: gone(24),
  remedy: "Use `setSecureContext`.",
};

/** Members of modules; `()` stands for what a call or `new` gives. */
export const deprecatedMembers: Readonly<Record<string, Deprecation>> = {
  "tls.createSecurePair": {
    reference: "DEP0064",
    since: "6.0.0",
    end: gone(24),
    remedy: "Use `tls.connect` with `socket`, or `new tls.TLSSocket` on a server.",
  },
  "tls.SecurePair": { reference: "DEP0043", since: "6.0.0", end: gone(8), remedy: "Use `tls.TLSSocket`." },
  "tls.CryptoStream": { reference: "DEP0042", since: "0.11.3", end: gone(8), remedy: "Use `tls.TLSSocket`." },
  "tls.parseCertString": {
    reference: "DEP0076",
    since: "8.6.0",
    end: gone(18),
    remedy: "Read `getPeerCertificate().subject`, which is parsed already.",
  },
  "tls.convertNPNProtocols": {
    reference: "DEP0107",
    since: "10.0.0",
    end: gone(11),
    remedy: "Hand the names to `ALPNProtocols`.",
  },
  "tls.createServer.().setOptions": setOptions,
  "tls.Server.().setOptions": setOptions,
  "https.createServer.().setOptions": setOptions,
  "https.Server.().setOptions": setOptions,
  "crypto.createCredentials": {
    reference: "DEP0010",
    since: "0.11.13",
    end: gone(11),
    remedy: "Use `tls.createSecureContext`.",
  },
  "crypto.Credentials": {
    reference: "DEP0011",
    since: "0.11.13",
    end: gone(11),
    remedy: "Use `tls.createSecureContext`.",
  },
};

const internal: Deprecation = { reference: "DEP0192", since: "24.2.0", end: undefined, remedy: "Use `tls`." };

/** Internal modules of Node, and what they export that `tls` does not; everything else is the same object there (Node 8 to 26). */
export const deprecatedModules: Readonly<Record<string, Deprecation & { readonly ownExports: readonly string[] }>> = {
  _tls_common: { ...internal, ownExports: ["translatePeerCertificate"] },
  _tls_wrap: { ...internal, ownExports: [] },
  _tls_legacy: {
    reference: "DEP0064",
    since: "6.0.0",
    end: gone(10),
    remedy: "Use `tls`.",
    ownExports: ["createSecurePair", "pair"],
  },
};

const engines: Deprecation = {
  reference: "DEP0183",
  since: "22.4.0",
  end: undefined,
  remedy: "Hand over `key` and `cert`, or use a provider of OpenSSL 3.",
};

/** Options whatever their value. */
export const deprecatedOptions: Readonly<Record<string, Deprecation>> = {
  NPNProtocols: {
    reference: "changelog of Node 10.0.0",
    since: "10.0.0",
    end: { major: 10, how: "ignored since Node 10", level: "warning" },
    remedy: "Use `ALPNProtocols`.",
  },
  clientCertEngine: engines,
  privateKeyEngine: engines,
  privateKeyIdentifier: engines,
};

/** `ecdhCurve: false`, which switched ECDH off. */
export const disabledEcdh: Deprecation = {
  reference: "DEP0083",
  since: "9.2.0",
  end: { major: 10, how: "ignored since Node 10 and refused since Node 15.3", level: "error" },
  remedy: "Leave it out.",
};

/** An IP address as `servername`, which RFC 6066 does not allow. */
export const addressAsServername: Deprecation = {
  reference: "DEP0123; RFC 6066, section 3",
  since: "12.0.0",
  end: { major: 25, how: "refused since Node 25", level: "error" },
  remedy: "Give the name of the host, or leave it out.",
};

/** Words without which a text uses nothing of this, other than TLS options that are looked for anyway. */
export const deprecatedNames: readonly string[] = [
  ...Object.keys(deprecatedMembers)
    .flatMap((name) => name.split(".").slice(-1))
    .filter((name) => name !== "setOptions" && name !== "Credentials"),
  ...Object.keys(deprecatedModules),
  ...Object.keys(deprecatedOptions),
  "servername",
];
