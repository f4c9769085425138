import { testRule } from "../../../../../test/harness/test-rule.js";

testRule("no-disabled-certificate-verification", {
  valid: [
    {
      name: "a target without TLS",
      code: `module.exports = { proxy: { target: "http://localhost:3000", secure: false, changeOrigin: true } };`,
    },
    {
      name: "WebSockets without TLS",
      code: `module.exports = { proxy: { target: "ws://localhost:3000", ws: true, secure: false } };`,
    },
    { name: "a cookie", code: `res.cookie("id", id, { secure: false, httpOnly: true });` },
    { name: "a cookie with a target of its own", code: `set({ name: "id", target: "_blank", secure: false });` },
    { name: "a target that nothing is known of", code: `open({ target: name, secure: false });` },
    {
      name: "a proxy that verifies",
      code: `module.exports = { proxy: { target: "https://api.example", secure: true } };`,
    },
    {
      name: "a switch that is not known",
      code: `module.exports = { proxy: { target: "https://api.example", secure: strict } };`,
    },
    {
      name: "what an assertion expects",
      code: `expect(proxy).toEqual({ target: "https://api.example", secure: false });`,
    },
    { name: "STARTTLS", code: `nodemailer.createTransport({ host, port: 587, secure: false });` },
  ],
  invalid: [
    {
      name: "webpack, a list",
      code: `module.exports = { devServer: { proxy: [{ context: ["/api"], target: "https://api.example", secure: false }] } };`,
    },
    {
      name: "Vue, by path",
      code: `module.exports = { devServer: { proxy: { "/api": { target: "https://api.example", secure: false, changeOrigin: true } } } };`,
    },
    {
      name: "Rsbuild",
      code: `export default { server: { proxy: { "/api": { target: "https://api.example", "secure": false } } } };`,
    },
    {
      name: "Angular",
      code: `const PROXY_CONFIG = [{ context: ["/api"], target: "https://api.example", secure: false }];\nmodule.exports = PROXY_CONFIG;`,
    },
    {
      name: "Nuxt, through a variable",
      code: `const target = "https://api.example";\nexport default defineNuxtConfig({ nitro: { devProxy: { "/api": { target, secure: false } } } });`,
    },
    {
      name: "a target by parts",
      code: `start({ target: { protocol: "https:", host: "api.example" }, secure: false });`,
    },
    { name: "secure WebSockets", code: `start({ target: "wss://api.example", ws: true, secure: false });` },
    { name: "a template", code: "start({ target: `https://${host}/api`, secure: false });" },
    {
      name: "a target from the environment beside the words of a proxy",
      code: `module.exports = { "/api": { target: process.env.API, changeOrigin: true, secure: false } };`,
    },
    {
      name: "a bypass",
      code: `module.exports = { "/api": { target: process.env.API, bypass: (req) => req.url, secure: false } };`,
    },
    {
      name: "a proxy of another folder",
      code: `require("../lib/http-proxy").createProxyServer({ target: "https://api.example", secure: false }).listen(8000);`,
    },
    {
      name: "behind a switch of its own",
      code: `if (process.env.INSECURE) start({ target: "https://api.example", secure: false });`,
    },
  ],
});
