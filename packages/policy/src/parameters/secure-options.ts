import type { Side } from "../negotiate/negotiation.js";
import type { Judgement } from "./status.js";

/** An `SSL_OP_*` bit of `secureOptions`. */
export interface SecureOption {
  /** As in `crypto.constants`. */
  readonly name: string;
  readonly bit: number;
  /** What the bit does, as a verb phrase for messages. */
  readonly effect: string;
  /** Set where a document speaks against setting the bit. */
  readonly weakness: (Judgement & { readonly status: "deprecated" | "prohibited" }) | undefined;
  /** The side that reads the bit; left out where both do (SSL_CTX_set_options(3)). */
  readonly side?: Side;
}

const deprecated = (reference: string) => ({ status: "deprecated", reference }) as const;
const prohibited = (reference: string) => ({ status: "prohibited", reference }) as const;

/** The bits Node exports, with the values they have from OpenSSL 1.1.1 to 3.5; names that are 0 there are left out. */
export const SECURE_OPTIONS: readonly SecureOption[] = [
  {
    name: "SSL_OP_LEGACY_SERVER_CONNECT",
    bit: 0x4,
    effect: "connects to servers without secure renegotiation",
    weakness: prohibited("RFC 9325, section 3.5"),
    side: "client",
  },
  {
    name: "SSL_OP_ALLOW_NO_DHE_KEX",
    bit: 0x400,
    effect: "resumes TLS 1.3 sessions without forward secrecy",
    weakness: deprecated("RFC 9325, section 7.3"),
  },
  {
    name: "SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS",
    bit: 0x800,
    effect: "removes the countermeasure against the CBC attack on TLS 1.0",
    weakness: undefined,
  },
  { name: "SSL_OP_NO_QUERY_MTU", bit: 0x1000, effect: "does not ask for the MTU of datagrams", weakness: undefined },
  { name: "SSL_OP_COOKIE_EXCHANGE", bit: 0x2000, effect: "exchanges cookies in DTLS", weakness: undefined },
  { name: "SSL_OP_NO_TICKET", bit: 0x4000, effect: "issues no session tickets", weakness: undefined },
  { name: "SSL_OP_CISCO_ANYCONNECT", bit: 0x8000, effect: "speaks Cisco's dialect of DTLS", weakness: undefined },
  {
    name: "SSL_OP_NO_SESSION_RESUMPTION_ON_RENEGOTIATION",
    bit: 0x10000,
    effect: "starts a new session when renegotiating",
    weakness: undefined,
  },
  { name: "SSL_OP_NO_COMPRESSION", bit: 0x20000, effect: "switches compression off", weakness: undefined },
  {
    name: "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION",
    bit: 0x40000,
    effect: "allows insecure renegotiation",
    weakness: prohibited("RFC 9325, section 3.5"),
  },
  {
    name: "SSL_OP_NO_ENCRYPT_THEN_MAC",
    bit: 0x80000,
    effect: "switches encrypt-then-MAC off",
    weakness: deprecated("RFC 9325, section 4.2"),
  },
  {
    name: "SSL_OP_PRIORITIZE_CHACHA",
    bit: 0x200000,
    effect: "lets clients without AES hardware choose ChaCha20",
    weakness: undefined,
  },
  {
    name: "SSL_OP_CIPHER_SERVER_PREFERENCE",
    bit: 0x400000,
    effect: "makes the server's cipher order count",
    weakness: undefined,
  },
  {
    name: "SSL_OP_TLS_ROLLBACK_BUG",
    bit: 0x800000,
    effect: "skips the check against version rollback",
    weakness: deprecated("RFC 5246, section 7.4.7.1"),
    side: "server",
  },
  {
    name: "SSL_OP_NO_SSLv3",
    bit: 0x2000000,
    effect: "switches SSLv3 off, which Node always does",
    weakness: undefined,
  },
  { name: "SSL_OP_NO_TLSv1", bit: 0x4000000, effect: "switches TLS 1.0 off", weakness: undefined },
  { name: "SSL_OP_NO_TLSv1_2", bit: 0x8000000, effect: "switches TLS 1.2 off", weakness: undefined },
  { name: "SSL_OP_NO_TLSv1_1", bit: 0x10000000, effect: "switches TLS 1.1 off", weakness: undefined },
  {
    name: "SSL_OP_NO_TLSv1_3",
    bit: 0x20000000,
    effect: "switches TLS 1.3 off",
    weakness: deprecated("RFC 9325, section 3.1.1"),
  },
  { name: "SSL_OP_NO_RENEGOTIATION", bit: 0x40000000, effect: "refuses renegotiation", weakness: undefined },
  {
    name: "SSL_OP_CRYPTOPRO_TLSEXT_BUG",
    bit: 0x80000000,
    effect: "works around a bug of CryptoPro's library",
    weakness: undefined,
  },
];

const byName: ReadonlyMap<string, SecureOption> = new Map(SECURE_OPTIONS.map((option) => [option.name, option]));

/** Whether the bit of an option, set on one side, weakens its connections. */
export function isWeakening({ weakness, side }: SecureOption, onSide: Side): boolean {
  return weakness !== undefined && (side === undefined || side === onSide);
}

/** The option of that `crypto.constants` name, undefined for names whose value is 0 and for names that are no `SSL_OP_*` bit. */
export function secureOption(name: string): SecureOption | undefined {
  return byName.get(name);
}

/** The single bits that `secureOptions` sets, lowest first. Bit arithmetic in JavaScript is signed, so a negative number is read as the bits it stands for. */
export function secureOptionsIn(bits: number): readonly SecureOption[] {
  return SECURE_OPTIONS.filter(({ bit }) => (bits & bit) !== 0);
}
