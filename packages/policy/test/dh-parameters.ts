/** PKCS #3 parameters with a modulus of that size; only the size matters. */
export function dhParameters(bits: number): string {
  const modulus = Buffer.alloc(bits / 8, 0xff);
  const integer = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([0x02, 0x82, (bytes.length + 1) >> 8, (bytes.length + 1) & 0xff, 0]), bytes]);
  const content = Buffer.concat([integer(modulus), Buffer.from([0x02, 0x01, 0x02])]);
  const der = Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 0xff]), content]);
  return `-----BEGIN DH PARAMETERS-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END DH PARAMETERS-----\n`;
}
