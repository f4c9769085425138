import { defineClient } from "../define-client.js";

/** Whatever stands behind `tls.` is handed on. */
const versionParameters = {
  "tls.minVersion": { option: "minVersion" },
  "tls.maxVersion": { option: "maxVersion" },
  "tls.secureProtocol": { option: "secureProtocol" },
  "tls.ciphers": { option: "ciphers" },
} as const;

const ignoresTls = {
  call: "createTransport",
  at: [[0, "ignoreTLS"]],
  values: [true],
  hosts: [[0, "host"]],
  // MailHog, Mailpit, MailDev, MailCatcher and smtp4dev hand nothing on
  catcher: { at: [[0, "port"]], values: [1025, "1025"] },
  effect: "none",
  remedy: "Use `requireTLS: true`.",
} as const;

export default defineClient({
  name: "nodemailer",
  docs: "https://nodemailer.com/smtp/",
  verified: "nodemailer 10.6.1 and 9.1.1",
  notes: ["`secure: false` means STARTTLS, not an unverified connection."],
  modules: ["nodemailer"],
  tlsOptions: [
    { call: "createTransport", at: [[0, "tls"]], side: "client" },
    { call: "createTransport", at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    {
      call: "createTransport",
      at: [[0], [0, "url"]],
      form: "url",
      parameters: {
        "tls.rejectUnauthorized": {
          option: "rejectUnauthorized",
          values: [
            ["false", false],
            ["true", true],
          ],
        },
        ...versionParameters,
      },
      looksLike: /^smtps?:\/\//,
    },
  ],
  plaintext: [
    {
      ...ignoresTls,
      majors: ">=10",
      unless: {
        options: [
          [0, "secure"],
          [0, "requireTLS"],
        ],
      },
    },
    // before the tenth major it is the stronger word
    { ...ignoresTls, majors: "<10", notIn: ">=10", unless: { options: [[0, "secure"]] }, remedy: "Remove it." },
    {
      call: "createTransport",
      at: [[0, "opportunisticTLS"]],
      values: [true],
      unless: {
        options: [
          [0, "secure"],
          [0, "requireTLS"],
        ],
      },
      hosts: [[0, "host"]],
      effect: "fallback",
      remedy: "Use `requireTLS: true`.",
    },
    {
      call: "createTransport",
      at: [[0, "port"]],
      values: [587, "587"],
      unless: {
        options: [
          [0, "secure"],
          [0, "requireTLS"],
          [0, "ignoreTLS"],
        ],
      },
      hosts: [[0, "host"]],
      effect: "fallback",
      remedy: "Add `requireTLS: true`.",
    },
  ],
});
