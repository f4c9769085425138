import { testRule } from "../../../../test/harness/test-rule.js";

testRule("no-hand-made-tls", {
  valid: [
    {
      name: "forge for its certificates",
      code: `const forge = require("node-forge");\nforge.pki.createCertificate();`,
    },
    { name: "Node's own connection", code: `const tls = require("tls");\ntls.connect({ host, ca });` },
    { name: "a name of one's own", code: `const forge = require("./forge");\nforge.tls.createConnection({});` },
    {
      name: "a certificate whose name is compared too",
      code: `const { X509Certificate } = require("crypto");\nconst certificate = new X509Certificate(pem);\nconst isGood = certificate.checkIssued(ca) && certificate.verify(ca.publicKey) && certificate.checkHost(host);`,
    },
    {
      name: "what else a certificate can tell",
      code: `const { X509Certificate } = require("crypto");\nlog(new X509Certificate(pem).validTo);`,
    },
    {
      name: "a test of certificates that a program makes",
      code: `const { X509Certificate } = require("crypto");\nit("is signed by its authority", () => { expect(new X509Certificate(made.cert).verify(authority.publicKey)).toBe(true); });`,
    },
    {
      name: "a test file",
      filename: "test/authority.js",
      code: `const { X509Certificate } = require("crypto");\nassert.ok(new X509Certificate(made.cert).verify(authority.publicKey));`,
    },
    {
      name: "a signature that is no certificate's",
      code: `const crypto = require("crypto");\nfunction check(socket) { log(socket.getPeerCertificate().valid_to); }\nfunction isSigned(body) { return crypto.createVerify("SHA256").update(body).verify(key, signature); }`,
    },
    {
      name: "the subject of a peer that Node has verified",
      code: `const socket = require("tls").connect({ host, ca }, () => { if (socket.getPeerCertificate().subject.CN !== name) socket.destroy(); });`,
    },
    {
      name: "the subject of a client that was authorized",
      code: `require("tls").createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (socket) => { if (!socket.authorized || socket.getPeerCertificate().subject.CN !== name) socket.destroy(); });`,
    },
    {
      name: "a subject that is only logged",
      code: `const socket = require("tls").connect({ host, rejectUnauthorized: false }, () => log(socket.getPeerCertificate().subject.CN));`,
    },
    {
      name: "a fingerprint",
      code: `const socket = require("tls").connect({ host, rejectUnauthorized: false }, () => { const peer = socket.getPeerCertificate(); if (peer.subject.CN !== name || peer.fingerprint256 !== pin) socket.destroy(); });`,
    },
  ],
  invalid: [
    {
      name: "forge",
      code: `const forge = require("node-forge");\nforge.tls.createConnection({ server: false, verify: () => true });`,
    },
    { name: "forge, one member", code: `import { tls } from "node-forge";\ntls.createConnection({ server: false });` },
    { name: "another stack", code: `import { startTls } from "subtls";\nawait startTls(host, roots, read, write);` },
    {
      name: "a stack for proofs",
      code: `import { makeTLSClient } from "@reclaimprotocol/tls";\nmakeTLSClient({ host, verifyServerCertificate: false });`,
    },
    {
      name: "datagrams",
      code: `const { dtls } = require("node-dtls-client");\ndtls.createSocket({ type: "udp4", address, port });`,
    },
    {
      name: "a signature of a certificate alone",
      code: `const { X509Certificate } = require("node:crypto");\nmodule.exports = (pem, ca) => new X509Certificate(pem).verify(ca.publicKey);`,
    },
    {
      name: "the same through a variable",
      code: `import crypto from "crypto";\nconst certificate = new crypto.X509Certificate(pem);\nif (!certificate.verify(issuer.publicKey)) throw new Error("no");`,
    },
    {
      name: "a verifier beside the peer's certificate",
      code: `const crypto = require("crypto");\nfunction check(socket) {\n  const peer = socket.getPeerCertificate(true);\n  return crypto.createVerify("SHA256").update(tbs(peer.raw)).verify(key, signatureOf(peer.raw));\n}`,
    },
    {
      name: "a subject alone",
      code: `const socket = require("tls").connect({ host, rejectUnauthorized: false }, () => { if (socket.getPeerCertificate().subject.CN !== "db.example") socket.destroy(); });`,
    },
    {
      name: "a subject in a list",
      code: `const https = require("https");\nhttps.get({ host, rejectUnauthorized: false }, (answer) => { const peer = answer.socket.getPeerCertificate(); if (!names.includes(peer.subject.CN)) answer.destroy(); });`,
    },
    {
      name: "the subject of a client",
      code: `require("tls").createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (socket) => { if (socket.getPeerCertificate().subject.CN === "admin") serve(socket); });`,
    },
  ],
});
