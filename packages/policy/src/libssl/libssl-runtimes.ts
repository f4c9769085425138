import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { nodeWith } from "../runtimes/openssl-of-node.js";
import type { Release } from "../runtimes/release.js";
import type { Runtime } from "../runtimes/runtimes.js";

/** Releases of OpenSSL that treat a program's calls of libssl alike. */
export interface LibsslRuntime {
  /** `OpenSSL 3.0`. */
  readonly name: string;
  /** The oldest release, and the first that belongs to the next; undefined for the newest. */
  readonly from: Release;
  readonly before: Release | undefined;
  /** The release that stands for all of them. */
  readonly release: Release;
  /** The measured line whose lists, groups and signatures it has. */
  readonly openssl: OpenSslLine;
  /** What the project's own build sets; distributions set 2 where this is 1. */
  readonly defaultSecurityLevel: number;
  readonly traits: ReadonlySet<LibsslTrait>;
  /** The Node release whose OpenSSL is the same, for what both have in common. */
  readonly likeNode: Runtime;
}

/**
 * What a line's API has, besides what all have. Read in OpenSSL's manual pages SSL_CTX_new(3), SSL_CTX_set_min_proto_version(3),
 * SSL_CTX_set_security_level(3), SSL_CTX_set1_curves(3) and ossl-removed-api(7); 1.1.1, 3.0 and 3.5 were also asked by compiled programs.
 */
export type LibsslTrait =
  /** `TLS_method`, `SSL_CTX_set_min_proto_version`, `SSL_CTX_set_security_level`: from 1.1.0 on. */
  | "hasVersionBounds"
  /** `SSL_CTX_set_ciphersuites`: from 1.1.1 on. */
  | "hasTls13"
  /** The methods of one version: removed in 4.0. */
  | "hasFixedVersionMethods"
  /** SSLv3 is part of a default build: up to 1.0.2. */
  | "hasSslv3"
  /** SSLv2 is: up to 1.0.2, whose later releases leave it out of the default build (1.0.2g). */
  | "hasSslv2";

interface Line {
  readonly name: string;
  readonly from: Release;
  readonly release: Release;
  readonly openssl: OpenSslLine;
  readonly defaultSecurityLevel: number;
  readonly traits: readonly LibsslTrait[];
}

/** 1.0.2 has no security levels; for its lists 1.1.1 stands in. 3.2 to 3.4, which were not measured, count as 3.5. */
const LINES: readonly Line[] = [
  {
    name: "OpenSSL 1.0.2",
    from: [1, 0, 2],
    release: [1, 0, 2],
    openssl: "1.1.1",
    defaultSecurityLevel: 0,
    traits: ["hasFixedVersionMethods", "hasSslv3", "hasSslv2"],
  },
  {
    name: "OpenSSL 1.1.1",
    from: [1, 1, 0],
    release: [1, 1, 1],
    openssl: "1.1.1",
    defaultSecurityLevel: 1,
    traits: ["hasVersionBounds", "hasTls13", "hasFixedVersionMethods"],
  },
  {
    name: "OpenSSL 3.0",
    from: [3, 0, 0],
    release: [3, 0, 0],
    openssl: "3.0",
    defaultSecurityLevel: 1,
    traits: ["hasVersionBounds", "hasTls13", "hasFixedVersionMethods"],
  },
  {
    name: "OpenSSL 3.5",
    from: [3, 2, 0],
    release: [3, 5, 0],
    openssl: "3.5",
    defaultSecurityLevel: 2,
    traits: ["hasVersionBounds", "hasTls13", "hasFixedVersionMethods"],
  },
  {
    name: "OpenSSL 4.0",
    from: [4, 0, 0],
    release: [4, 0, 0],
    openssl: "4.0",
    defaultSecurityLevel: 2,
    traits: ["hasVersionBounds", "hasTls13"],
  },
];

/** Oldest first. */
export const libsslRuntimes: readonly LibsslRuntime[] = LINES.map(
  ({ name, from, release, openssl, defaultSecurityLevel, traits }, index) => ({
    name,
    from,
    release,
    before: LINES[index + 1]?.from,
    openssl,
    defaultSecurityLevel,
    traits: new Set(traits),
    likeNode: nodeWith(openssl),
  }),
);
