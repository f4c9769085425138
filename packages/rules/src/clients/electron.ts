import { defineClient } from "../define-client.js";

const off = { option: "rejectUnauthorized", value: false, unmistakable: true } as const;

/** An event of the application and of each of its web contents, whose listener has a parameter less. */
const certificateError = {
  method: ["on", "once", "addListener", "prependListener"],
  argument: "certificate-error",
  ...off,
} as const;

export default defineClient({
  name: "electron",
  docs: "https://www.electronjs.org/docs/latest/api/command-line-switches",
  verified: "electron 41.7.1",
  notes: [
    "`setSSLConfig({ minVersion: 'tls1.2' })` has its own spelling of versions and goes to Chromium, not to Node.",
  ],
  modules: ["electron", "electron/main"],
  trust: "system",
  tlsOptions: [
    {
      call: ["session.defaultSession.setSSLConfig", "session.fromPartition().setSSLConfig"],
      at: [[0]],
      side: "client",
      forwards: [],
    },
  ],
  switches: [
    { method: "appendSwitch", argument: "ignore-certificate-errors", ...off },
    { method: "appendArgument", argument: "--ignore-certificate-errors", ...off },
    { method: "setCertificateVerifyProc", callback: { argument: 0, parameter: 1, accepts: 0 }, ...off },
    { ...certificateError, callback: { argument: 1, parameter: 5, accepts: true } },
    { ...certificateError, callback: { argument: 1, parameter: 4, accepts: true } },
  ],
});
