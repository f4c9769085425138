"use strict";
// Reads and writes the plain-text beginning of a TLS handshake. Runs on the oldest release the oracle asks, hence the syntax.

var HANDSHAKE = 22;
var ALERT = 21;

/** The `u16` values of a buffer from `start` to its end. */
function words(buffer, start) {
  var list = [];
  for (var offset = start; offset + 1 < buffer.length; offset += 2) list.push(buffer.readUInt16BE(offset));
  return list;
}

function keyShareGroups(data) {
  var groups = [];
  for (var offset = 2; offset < data.length; offset += 4 + data.readUInt16BE(offset + 2))
    groups.push(data.readUInt16BE(offset));
  return groups;
}

function readExtensions(body, offset) {
  var extensions = {};
  if (offset + 2 > body.length) return extensions;
  var end = offset + 2 + body.readUInt16BE(offset);
  for (var at = offset + 2; at < end; at += 4 + body.readUInt16BE(at + 2)) {
    extensions[body.readUInt16BE(at)] = body.slice(at + 4, at + 4 + body.readUInt16BE(at + 2));
  }
  return extensions;
}

/** The bodies of the handshake messages in complete plain-text records, and the alert that ended them, if any. */
function readFlight(bytes) {
  var content = [];
  var alert = null;
  var offset = 0;
  while (offset + 5 <= bytes.length && offset + 5 + bytes.readUInt16BE(offset + 3) <= bytes.length) {
    var fragment = bytes.slice(offset + 5, offset + 5 + bytes.readUInt16BE(offset + 3));
    if (bytes[offset] === HANDSHAKE) content.push(fragment);
    if (bytes[offset] === ALERT && fragment.length === 2) alert = fragment[1];
    if (bytes[offset] !== HANDSHAKE) break;
    offset += 5 + fragment.length;
  }
  return { messages: readMessages(Buffer.concat(content)), alert: alert };
}

function readMessages(content) {
  var messages = [];
  var offset = 0;
  while (offset + 4 <= content.length) {
    var length = content.readUIntBE(offset + 1, 3);
    if (offset + 4 + length > content.length) break;
    messages.push({ type: content[offset], body: content.slice(offset + 4, offset + 4 + length) });
    offset += 4 + length;
  }
  return messages;
}

/** Versions, suites, groups, key shares and signature algorithms of a ClientHello body, as code points. */
function readClientHello(body) {
  var offset = 35 + body[34];
  var suitesEnd = offset + 2 + body.readUInt16BE(offset);
  var suites = words(body.slice(offset + 2, suitesEnd), 0);
  var extensions = readExtensions(body, suitesEnd + 1 + body[suitesEnd]);
  return {
    legacyVersion: body.readUInt16BE(0),
    versions: extensions[43] ? words(extensions[43], 1) : null,
    suites: suites,
    groups: extensions[10] ? words(extensions[10], 2) : null,
    signatureAlgorithms: extensions[13] ? words(extensions[13], 2) : null,
    keyShares: extensions[51] ? keyShareGroups(extensions[51]) : null,
  };
}

/** Version, suite and TLS 1.3 group of a ServerHello body; a HelloRetryRequest has the same form. */
function readServerHello(body) {
  var offset = 35 + body[34];
  var extensions = readExtensions(body, offset + 3);
  return {
    version: extensions[43] ? extensions[43].readUInt16BE(0) : body.readUInt16BE(0),
    suite: body.readUInt16BE(offset),
    group: extensions[51] ? extensions[51].readUInt16BE(0) : null,
  };
}

/** The curve of a ServerKeyExchange body, null for another kind of key. */
function readNamedCurve(body) {
  return body[0] === 3 ? body.readUInt16BE(1) : null;
}

function u16(values) {
  return Buffer.concat(
    values.map(function (value) {
      return Buffer.from([value >> 8, value & 255]);
    }),
  );
}

function vector16(content) {
  return Buffer.concat([u16([content.length]), content]);
}

function extension(type, content) {
  return Buffer.concat([u16([type]), vector16(content)]);
}

/**
 * A ClientHello record.
 * `hello.versions` goes into supported_versions, newest first, so that no other version is meant.
 * `hello.keyShares` maps groups to public keys.
 */
function writeClientHello(hello) {
  var legacy = Math.min(0x0303, hello.versions[0]);
  var shares = Object.keys(hello.keyShares).map(function (group) {
    return Buffer.concat([u16([Number(group)]), vector16(hello.keyShares[group])]);
  });
  var extensions = [
    extension(10, vector16(u16(hello.groups))),
    extension(11, Buffer.from([1, 0])),
    extension(13, vector16(u16(hello.signatureAlgorithms))),
    extension(23, Buffer.alloc(0)),
    extension(0xff01, Buffer.from([0])),
    extension(43, Buffer.concat([Buffer.from([hello.versions.length * 2]), u16(hello.versions)])),
    extension(51, vector16(Buffer.concat(shares))),
  ];
  var body = Buffer.concat([
    u16([legacy]),
    Buffer.alloc(32, 7),
    Buffer.from([32]),
    Buffer.alloc(32, 9),
    vector16(u16(hello.suites)),
    Buffer.from([1, 0]),
    vector16(Buffer.concat(extensions)),
  ]);
  var message = Buffer.concat([Buffer.from([1, 0]), u16([body.length]), body]);
  return Buffer.concat([Buffer.from([HANDSHAKE]), u16([0x0301]), vector16(message)]);
}

module.exports = {
  CLIENT_HELLO: 1,
  SERVER_HELLO: 2,
  SERVER_KEY_EXCHANGE: 12,
  CERTIFICATE_REQUEST: 13,
  SERVER_HELLO_DONE: 14,
  readClientHello: readClientHello,
  readFlight: readFlight,
  readNamedCurve: readNamedCurve,
  readServerHello: readServerHello,
  writeClientHello: writeClientHello,
};
