import { describe, expect, it } from "vitest";
import { sitesIn } from "./reading.js";

describe("Options whose call is out of sight are judged when key and value are unmistakable:", () => {
  it.each([
    ["rejectUnauthorized: false", "open({ rejectUnauthorized: false });", "likely: rejectUnauthorized false"],
    ["!1 of a minifier", "open({ rejectUnauthorized: !1 });", "likely: rejectUnauthorized false"],
    ["a secureProtocol method", "open({ secureProtocol: 'SSLv23_method' });", "likely: secureProtocol 'SSLv23_method'"],
    [
      "a server's method in wrong case",
      "open({ secureProtocol: 'tlsv1_server_method' });",
      "likely server: secureProtocol 'tlsv1_server_method'",
    ],
    ["minVersion in Node's words", "open({ minVersion: 'TLSv1.1' });", "likely: minVersion 'TLSv1.1'"],
    ["a version that Node does not know", "open({ minVersion: 'TLSv1.0' });", "likely: minVersion 'TLSv1.0'"],
    ["maxVersion in Node's words", "open({ maxVersion: 'TLSv1.2' });", "likely: maxVersion 'TLSv1.2'"],
    [
      "a checkServerIdentity function",
      "open({ checkServerIdentity: () => undefined });",
      "likely: checkServerIdentity function",
    ],
    [
      "a checkServerIdentity method",
      "open({ checkServerIdentity(host, cert) { return undefined; } });",
      "likely: checkServerIdentity function",
    ],
    [
      "a checkServerIdentity that does nothing",
      "open({ checkServerIdentity: _.noop });",
      "likely: checkServerIdentity unknown",
    ],
    [
      "a cipher list that names a suite",
      "open({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:!RC4' });",
      "likely: ciphers 'ECDHE-RSA-AES128-GCM-SHA256:!RC4'",
    ],
    ["a cipher list that names a suite of old", "open({ ciphers: 'RC4-SHA' });", "likely: ciphers 'RC4-SHA'"],
    [
      "a cipher list beside another TLS key",
      "open({ ciphers: 'DEFAULT:@SECLEVEL=0', servername: host });",
      "likely: ciphers 'DEFAULT:@SECLEVEL=0'",
    ],
    ["the smallest modulus, in bits", "open({ minDHSize: 1024 });", "likely: minDHSize 1024"],
    [
      "Diffie-Hellman parameters in PEM",
      "open({ dhparam: '-----BEGIN DH PARAMETERS-----' });",
      "likely: dhparam '-----BEGIN DH PARAMETERS-----'",
    ],
    [
      "secureOptions made of SSL_OP constants",
      "const { constants } = require('crypto'); open({ secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT });",
      "likely: secureOptions 4",
    ],
    [
      "secureOptions in a constant",
      "const c = require('constants'); const bits = c.SSL_OP_NO_TLSv1 | c.SSL_OP_NO_TLSv1_1; open({ secureOptions: bits });",
      `likely: secureOptions ${0x14000000}`,
    ],
    [
      "secureOptions joined to what was there",
      "const c = require('constants'); options.secureOptions |= c.SSL_OP_LEGACY_SERVER_CONNECT;",
      "likely: secureOptions unknown",
    ],
    [
      "what stands beside them",
      "open({ rejectUnauthorized: false, ciphers: 'ALL', requestCert: true });",
      "likely server: ciphers 'ALL', rejectUnauthorized false, requestCert true",
    ],
    [
      "writes to one object, whatever they are",
      "const options = { rejectUnauthorized: false }; options.ciphers = list; open(options);",
      "likely: ciphers unknown, rejectUnauthorized false",
    ],
    [
      "writes to one member",
      "config.tls = { rejectUnauthorized: false }; config.tls.maxVersion = 'TLSv1';",
      "likely: maxVersion 'TLSv1', rejectUnauthorized false",
    ],
    [
      "writes to one parameter",
      "function f(options) { options.minVersion = 'TLSv1'; options.secureProtocol = 'TLSv1_method'; }",
      "likely: minVersion 'TLSv1', secureProtocol 'TLSv1_method'",
    ],
  ])("%s: %s", (_name, code, site) => {
    expect(sitesIn(code)).toEqual([site]);
  });

  it("and not otherwise", () => {
    const others = [
      "open({ rejectUnauthorized: 0 });",
      "open({ rejectUnauthorized: 'false' });",
      "open({ secureProtocol: 'https' });",
      "open({ minVersion: 'tls1.2' });",
      "open({ minVersion: 1.2 });",
      "open({ checkServerIdentity: true });",
      "open({ ciphers: 'AES' });",
      "open({ ciphers: 'aes-256-cbc', key });",
      "open({ ciphers: 'HIGH:!aNULL' });",
      "open({ secureOptions: 4 });",
      "open({ secureOptions: SSL_OP_ALL });",
      "open({ requestCert: true });",
      "open({ honorCipherOrder: true, dhparam: 'auto' });",
      "open({ dhparam: 'dh.pem' });",
      "open({ minDHSize: settings.bits });",
    ];
    for (const code of others) expect(sitesIn(code), code).toEqual([]);
  });

  it("once: what reaches a call is not judged again by its shape", () => {
    const code =
      "const https = require('https'); const options = { rejectUnauthorized: false }; https.get(options); wrapper(options);";
    expect(sitesIn(code)).toEqual(["proven client: rejectUnauthorized false"]);
  });
});
