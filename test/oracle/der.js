/** Just enough DER to write certificates and Diffie-Hellman parameters without a dependency. */
export const der = (tag, ...contents) => {
  const content = Buffer.concat(contents);
  const size = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

export const sequence = (...contents) => der(0x30, ...contents);
export const oid = (...bytes) => der(0x06, Buffer.from(bytes));
export const unsigned = (bytes) => der(0x02, bytes[0] >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes);

export const pem = (label, content) =>
  `-----BEGIN ${label}-----\n${content.toString("base64").replace(/.{64}/g, "$&\n").trimEnd()}\n-----END ${label}-----\n`;
