import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a listener that asks",
      code: `const { app } = require("electron");\napp.on("certificate-error", (event, contents, url, error, certificate, callback) => { callback(ask(certificate)); });`,
    },
    {
      name: "a listener that accepts one",
      code: `const { app } = require("electron");\napp.on("certificate-error", (event, contents, url, error, certificate, callback) => { if (certificate.fingerprint === pin) callback(true); else callback(false); });`,
    },
    {
      name: "a listener that refuses",
      code: `contents.on("certificate-error", (event, url, error, certificate, callback) => { callback(false); });`,
    },
    {
      name: "Chromium's own verdict",
      code: `win.webContents.session.setCertificateVerifyProc((request, callback) => callback(-3));`,
    },
    { name: "no verifier", code: `session.setCertificateVerifyProc(null);` },
    {
      name: "a certificate that somebody is asked about",
      code: `const { app, dialog } = require("electron");
app.on("certificate-error", async (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  const { response } = await dialog.showMessageBox({ message: url });
  if (response === 0) callback(true); else callback(false);
});`,
    },
    {
      name: "an address that is looked up among those that were accepted",
      code: `const { app } = require("electron");
app.on("certificate-error", (event, contents, url, error, certificate, callback) => { if (known.has(url)) callback(true); else callback(false); });`,
    },
    {
      name: "a fingerprint that was taken before",
      code: `const { session } = require("electron");
session.defaultSession.setCertificateVerifyProc((request, callback) => { if (pins.get(request.hostname) === request.certificate.fingerprint) { callback(0); return; } callback(-2); });`,
    },
    {
      name: "Chromium's own answer where it is good",
      code: `const { session } = require("electron");
session.defaultSession.setCertificateVerifyProc((request, callback) => { if (request.verificationResult === "net::OK") callback(0); else callback(-2); });`,
    },
    {
      name: "the own machine in development",
      code: `const { session } = require("electron");
session.defaultSession.setCertificateVerifyProc((request, callback) => { if (dev && request.hostname === "localhost") callback(0); else callback(-3); });`,
    },
    {
      name: "an answer that is refused on every way",
      code: `const { app } = require("electron");
app.on("certificate-error", (event, contents, url, error, certificate, callback) => { if (url === home) callback(false); else callback(false); });`,
    },
    { name: "a pinned key", code: `app.commandLine.appendSwitch("ignore-certificate-errors-spki-list", pin);` },
    { name: "another package's setOpt", code: `require("commander").setOpt("SSL_VERIFYPEER", false);` },
    {
      name: "curl that verifies",
      code: `const { Curl } = require("node-libcurl");\nnew Curl().setOpt("SSL_VERIFYPEER", true);`,
    },
    {
      name: "another option of curl",
      code: `const { Curl } = require("node-libcurl");\nnew Curl().setOpt(Curl.option.VERBOSE, false);\nlog("SSL_VERIFYPEER");`,
    },
    {
      name: "superagent, switched off",
      code: `const request = require("superagent");\nrequest.get(url).trustLocalhost(false);`,
    },
    { name: "another package's method", code: `client.trustLocalhost();` },
    {
      name: "a switch that is not known",
      code: `const { Curl } = require("node-libcurl");\nnew Curl().setOpt("SSL_VERIFYPEER", strict);`,
    },
  ],
  invalid: [
    {
      name: "superagent, this machine's own servers",
      code: `const request = require("superagent");\nrequest.get("https://localhost:8443/").trustLocalhost();`,
    },
    {
      name: "superagent, a switch",
      code: `import request from "superagent";\nawait request.post(url).trustLocalhost(true).send(body);`,
    },
    {
      name: "every certificate of one address",
      code: `const { app } = require("electron");
app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  if (url === "https://shop.example") {
    event.preventDefault();
    callback(true);
  } else {
    callback(false);
  }
});`,
    },
    {
      name: "every certificate of an origin, and no answer for others",
      code: `const { app } = require("electron");
app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  const { origin } = new URL(url);
  if (origin === home) {
    event.preventDefault();
    callback(true);
  }
});`,
    },
    {
      name: "every certificate in development",
      code: `const { app } = require("electron");
app.on("certificate-error", (event, contents, url, error, certificate, callback) => {
  event.preventDefault();
  isDev ? callback(true) : callback(false);
});`,
    },
    {
      name: "every certificate of a host, for a session",
      code: `const { session } = require("electron");
session.defaultSession.setCertificateVerifyProc((request, callback) => {
  if (request.hostname.endsWith(".corp.example")) callback(0);
  else callback(-3);
});`,
    },
    {
      name: "Electron's application",
      code: `import { app } from "electron";\napp.on("certificate-error", (event, contents, url, error, certificate, callback) => { event.preventDefault(); callback(true); });`,
    },
    {
      name: "a window",
      code: `const { BrowserWindow } = require("electron");\nconst win = new BrowserWindow();\nwin.webContents.once("certificate-error", function (event, url, error, certificate, callback) { event.preventDefault(); callback(true); });`,
    },
    {
      name: "contents from elsewhere",
      code: `app.on("web-contents-created", (created, contents) => contents.on("certificate-error", (event, url, error, certificate, callback) => { event.preventDefault(); callback(true); }));`,
    },
    {
      name: "the session of a window",
      code: `export function open(win) { win.webContents.session.setCertificateVerifyProc((request, callback) => callback(0)); }`,
    },
    {
      name: "a listener of a name",
      code: `const { app } = require("electron");\nfunction accept(event, contents, url, error, certificate, callback) { callback(true); }\napp.addListener("certificate-error", accept);`,
    },
    {
      name: "a switch of Chromium",
      code: `require("electron").app.commandLine.appendArgument("--ignore-certificate-errors");`,
    },
    {
      name: "curl, by name",
      code: `const { Easy } = require("node-libcurl");\nconst handle = new Easy();\nhandle.setOpt("SSL_VERIFYPEER", 0);`,
    },
    {
      name: "curl, by constant",
      code: `import { Curl } from "node-libcurl";\nconst curl = new Curl();\ncurl.setOpt(Curl.option.SSL_VERIFYPEER, false);`,
    },
    {
      name: "curly",
      code: `import { curly } from "node-libcurl";\nawait curly.post("https://a.example", { SSL_VERIFYPEER: 0 });`,
    },
  ],
});

testRule("no-disabled-hostname-verification", {
  valid: [
    {
      name: "curl that compares",
      code: `const { Curl } = require("node-libcurl");\nnew Curl().setOpt("SSL_VERIFYHOST", 2);`,
    },
  ],
  invalid: [
    {
      name: "curl, by name",
      code: `const { Curl } = require("node-libcurl");\nnew Curl().setOpt("SSL_VERIFYHOST", false);`,
    },
    {
      name: "curly",
      code: `import { curly } from "node-libcurl";\nawait curly.get("https://a.example", { sslVerifyHost: 0 });`,
    },
  ],
});
