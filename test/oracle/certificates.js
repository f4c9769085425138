import { createSign, generateKeyPairSync } from "node:crypto";
import { der, oid, pem, sequence, unsigned } from "./der.js";

const COMMON_NAME = oid(0x55, 4, 3);
const SUBJECT_ALT_NAME = oid(0x55, 0x1d, 17);
const BASIC_CONSTRAINTS = oid(0x55, 0x1d, 19);
const ECDSA_WITH_SHA512 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 4));

const nameOf = (text) => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))));
const time = (date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/\D/g, "")}Z`));
const day = 24 * 60 * 60 * 1000;

function extensionsOf({ isAuthority, hostName }) {
  const list = [];
  if (isAuthority) list.push(sequence(BASIC_CONSTRAINTS, der(0x01, Buffer.from([0xff])), der(0x04, sequence(der(0x01, Buffer.from([0xff]))))));
  if (hostName) list.push(sequence(SUBJECT_ALT_NAME, der(0x04, sequence(der(0x82, Buffer.from(hostName))))));
  return der(0xa3, sequence(...list));
}

let serial = 1;

/** A certificate for `publicKey`, signed by the authority's P-521 key. */
function issue({ subject, publicKey, issuer, issuerKey, isAuthority = false, hostName }) {
  const now = Date.now();
  const content = sequence(
    der(0xa0, unsigned(Buffer.from([2]))),
    unsigned(Buffer.from([serial++])),
    ECDSA_WITH_SHA512,
    nameOf(issuer),
    sequence(time(new Date(now - day)), time(new Date(now + 30 * day))),
    nameOf(subject),
    publicKey.export({ type: "spki", format: "der" }),
    extensionsOf({ isAuthority, hostName }),
  );
  const signature = createSign("SHA512").update(content).sign(issuerKey);
  return pem("CERTIFICATE", sequence(content, ECDSA_WITH_SHA512, der(0x03, Buffer.from([0]), signature)));
}

const exportKey = (key) => key.export({ type: "pkcs8", format: "pem" });

/**
 * An authority and certificates of `localhost` for each kind of suite. P-521 and SHA-512 pass every security level;
 * the RSA and DSA keys pass up to level 3.
 */
export function createCertificates() {
  const authority = generateKeyPairSync("ec", { namedCurve: "secp521r1" });
  const issuer = "oracle authority";
  const certify = (publicKey) => issue({ subject: "localhost", publicKey, issuer, issuerKey: authority.privateKey, hostName: "localhost" });
  const leaf = ({ publicKey, privateKey }) => ({ key: exportKey(privateKey), certificate: certify(publicKey) });
  return {
    authority: issue({ subject: issuer, publicKey: authority.publicKey, issuer, issuerKey: authority.privateKey, isAuthority: true }),
    RSA: leaf(generateKeyPairSync("rsa", { modulusLength: 3072 })),
    ECDSA: leaf(generateKeyPairSync("ec", { namedCurve: "secp521r1" })),
    DSS: leaf(generateKeyPairSync("dsa", { modulusLength: 3072, divisorLength: 256 })),
  };
}
