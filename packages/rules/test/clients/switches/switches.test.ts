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
