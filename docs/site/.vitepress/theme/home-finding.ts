/** What the home page shows of the command line; a test holds it to what that prints. */
export const finding = {
  file: "client.js",
  source: `const tls = require("tls");\n\ntls.connect({ host, minVersion: "TLSv1" });\n`,
  place: "3:21",
  level: "error",
  rule: "no-deprecated-protocol-version",
  message: "allows TLSv1, which RFC 8996 (section 4) prohibits",
  option: "minVersion: 'TLSv1'",
  before: `tls.connect({ host, minVersion: "TLSv1" });`,
  after: `tls.connect({ host, minVersion: "TLSv1.2" });`,
  releases: [
    { name: "Node 12-22.19 and 23-24.4", offers: "TLSv1, TLSv1.1, TLSv1.2, TLSv1.3" },
    { name: "Node 22.20-22.x and 24.5+", offers: "TLSv1.2, TLSv1.3" },
  ],
  edited: { name: "Node 12+", offers: "TLSv1.2, TLSv1.3" },
} as const;
