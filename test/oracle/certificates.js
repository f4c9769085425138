import { createHash, createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import { der, oid, pem, sequence, unsigned } from "./der.js";

const COMMON_NAME = oid(0x55, 4, 3);
const SUBJECT_ALT_NAME = oid(0x55, 0x1d, 17);
const BASIC_CONSTRAINTS = oid(0x55, 0x1d, 19);
const KEY_USAGE = oid(0x55, 0x1d, 15);
const SUBJECT_KEY_IDENTIFIER = oid(0x55, 0x1d, 14);
const AUTHORITY_KEY_IDENTIFIER = oid(0x55, 0x1d, 35);
const TRUE = der(0x01, Buffer.from([0xff]));
const SIGNS_CERTIFICATES = der(0x03, Buffer.from([2, 0x04]));
/** The signature algorithm that goes with the key of each curve. */
const SIGNATURES = {
  secp521r1: { hash: "SHA512", algorithm: sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 4)) },
  secp384r1: { hash: "SHA384", algorithm: sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 3)) },
  prime256v1: { hash: "SHA256", algorithm: sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2)) },
};

const nameOf = (text) => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))));
const time = (date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/\D/g, "")}Z`));
const day = 24 * 60 * 60 * 1000;

const spki = (publicKey) => publicKey.export({ type: "spki", format: "der" });
const keyIdentifier = (publicKey) => createHash("sha1").update(spki(publicKey)).digest();

/** Those that RFC 5280, section 4.2.1, wants of an authority and of what it issues, which Python 3.13 asks for. */
function extensionsOf({ isAuthority, hostName, isOnLoopback, publicKey, issuerKey }) {
  const issuerId = keyIdentifier(createPublicKey(issuerKey));
  const list = [
    sequence(SUBJECT_KEY_IDENTIFIER, der(0x04, der(0x04, keyIdentifier(publicKey)))),
    sequence(AUTHORITY_KEY_IDENTIFIER, der(0x04, sequence(der(0x80, issuerId)))),
  ];
  if (isAuthority) {
    list.push(sequence(BASIC_CONSTRAINTS, TRUE, der(0x04, sequence(TRUE))));
    list.push(sequence(KEY_USAGE, TRUE, der(0x04, SIGNS_CERTIFICATES)));
  }
  if (hostName) {
    const addresses = isOnLoopback ? [der(0x87, Buffer.from([127, 0, 0, 1]))] : [];
    list.push(sequence(SUBJECT_ALT_NAME, der(0x04, sequence(der(0x82, Buffer.from(hostName)), ...addresses))));
  }
  return der(0xa3, sequence(...list));
}

let serial = 1;

/** A certificate for `publicKey`, signed with the issuer's ECDSA key. */
function issue({ subject, publicKey, issuer, issuerKey, isAuthority = false, hostName, isOnLoopback = false }) {
  const now = Date.now();
  const { hash, algorithm } = SIGNATURES[issuerKey.asymmetricKeyDetails.namedCurve];
  const content = sequence(
    der(0xa0, unsigned(Buffer.from([2]))),
    unsigned(Buffer.from([serial++])),
    algorithm,
    nameOf(issuer),
    sequence(time(new Date(now - day)), time(new Date(now + 30 * day))),
    nameOf(subject),
    spki(publicKey),
    extensionsOf({ isAuthority, hostName, isOnLoopback, publicKey, issuerKey }),
  );
  const signature = createSign(hash).update(content).sign(issuerKey);
  return pem("CERTIFICATE", sequence(content, algorithm, der(0x03, Buffer.from([0]), signature)));
}

const exportKey = (key) => key.export({ type: "pkcs8", format: "pem" });

const generateEc = (namedCurve) => generateKeyPairSync("ec", { namedCurve });

/** A certificate of its own authority, which Suite B wants to be of the same curve. */
function selfSigned({ publicKey, privateKey }) {
  return {
    key: exportKey(privateKey),
    certificate: issue({
      subject: "localhost",
      publicKey,
      issuer: "localhost",
      issuerKey: privateKey,
      hostName: "localhost",
    }),
  };
}

let certificates;

/** The certificates of this process, made on first use because DSA and RSA keys take a second or two. */
export function sharedCertificates() {
  certificates ??= createCertificates();
  return certificates;
}

/**
 * An authority and certificates of `localhost` for each kind of suite. P-521 and SHA-512 pass every security level, P-384 up to level 4,
 * the others up to level 3.
 */
function createCertificates() {
  const authority = generateEc("secp521r1");
  const issuer = "oracle authority";
  const leaf = ({ publicKey, privateKey }) => ({
    key: exportKey(privateKey),
    certificate: issue({
      subject: "localhost",
      publicKey,
      issuer,
      issuerKey: authority.privateKey,
      hostName: "localhost",
    }),
  });
  return {
    authority: issue({
      subject: issuer,
      publicKey: authority.publicKey,
      issuer,
      issuerKey: authority.privateKey,
      isAuthority: true,
    }),
    RSA: leaf(generateKeyPairSync("rsa", { modulusLength: 3072 })),
    "ECDSA P-521": leaf(generateEc("secp521r1")),
    /** Too weak for security level 2. */
    "RSA 1024": leaf(generateKeyPairSync("rsa", { modulusLength: 1024 })),
    "issued P-256": leaf(generateEc("prime256v1")),
    "issued P-384": leaf(generateEc("secp384r1")),
    "ECDSA P-384": selfSigned(generateEc("secp384r1")),
    "ECDSA P-256": selfSigned(generateEc("prime256v1")),
    DSS: leaf(generateKeyPairSync("dsa", { modulusLength: 3072, divisorLength: 256 })),
  };
}

/**
 * An authority, and certificates for servers that a client of `hostName` meets: one that it may trust, one of an authority that it does not know,
 * one for another host. Clients that resolve the name themselves find the address of loopback in the good one.
 */
export function peerCertificates(hostName) {
  const [known, unknown] = [generateEc("prime256v1"), generateEc("prime256v1")];
  const leaf = (issuer, authority, name, isOnLoopback) => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const certificate = issue({
      subject: name,
      publicKey,
      issuer,
      issuerKey: authority.privateKey,
      hostName: name,
      isOnLoopback,
    });
    return { key: exportKey(privateKey), certificate };
  };
  const subject = "clients' authority";
  return {
    authority: issue({
      subject,
      publicKey: known.publicKey,
      issuer: subject,
      issuerKey: known.privateKey,
      isAuthority: true,
    }),
    good: leaf(subject, known, hostName, true),
    unknownAuthority: leaf("unknown authority", unknown, hostName, true),
    otherHost: leaf(subject, known, "other.example.net", false),
  };
}
