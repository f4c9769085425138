import { defineClient } from "../define-client.js";

export default defineClient({
  name: "electron",
  docs: "https://www.electronjs.org/docs/latest/api/command-line-switches",
  verified: "electron 41.7.1",
  notes: ["`setSSLConfig({ minVersion: 'tls1.2' })` has its own spelling of versions and goes to Chromium, not to Node."],
  modules: ["electron", "electron/main"],
  tlsOptions: [{ call: ["session.defaultSession.setSSLConfig", "session.fromPartition().setSSLConfig"], at: [[0]], side: "client", forwards: [] }],
  switches: [{ method: "appendSwitch", argument: "ignore-certificate-errors", option: "rejectUnauthorized", value: false }],
});
