import { otherFileKind } from "tls-rules/other-files/candidates";
import { describe, expect, it } from "vitest";
import { expectMended, expectSilent, summaries } from "./mended.js";

describe("Proxies of development servers", () => {
  const off = "no-disabled-certificate-verification/proxy error ask";
  const proxy = (secure: string) =>
    `{
  // the shop
  "/api": { "target": "https://api.example.com", "secure": ${secure}, "changeOrigin": true }
}
`;

  it.each(["proxy.conf.json", "src/proxy.conf.json", "dev.proxy.conf.json", "proxy.config.json", "proxy-conf.json"])(
    "%s",
    (path) => expectMended(path, proxy("false"), proxy("true"), [`${off}: "secure": false`]),
  );

  it("in a list", () =>
    expect(
      summaries("proxy.conf.json", '[{ "context": ["/a"], "target": "wss://a.example", "secure": false }]'),
    ).toEqual([`${off}: "secure": false`]));

  it.each([
    ["one that verifies", proxy("true")],
    ["no TLS", proxy("false").replace("https:", "http:")],
    ["no proxy", '{ "cookie": { "secure": false } }'],
    ["a target of something else", '{ "a": { "target": "es2022", "secure": false } }'],
  ])("%s is none", (_name, text) => expectSilent("proxy.conf.json", text));
});

describe("Node's own configuration", () => {
  const config = (options: string) => `{ "nodeOptions": { ${options} } }\n`;
  const flag = "no-weak-node-flag/lowersFloor error upgrade";

  it("a flag among others", () =>
    expectMended("node.config.json", config('"tls-min-v1.0": true, "import": ["a.js"]'), config('"import": ["a.js"]'), [
      `${flag}: "tls-min-v1.0": true`,
    ]));

  it("the only flag is left to a person", () =>
    expect(summaries("node.config.json", config('"tls-max-v1.2": true'))).toEqual([
      'no-weak-node-flag/pinned warning manual: "tls-max-v1.2": true',
    ]));

  it.each([
    ["a flag that is off", config('"tls-min-v1.0": false')],
    ["another one", config('"test-isolation": "none"')],
    ["somewhere else", '{ "other": { "tls-min-v1.0": true } }\n'],
  ])("%s is none", (_name, text) => expectSilent("node.config.json", text));

  it("is one of the kinds", () => expect(otherFileKind("packages/a/node.config.json")).toBe("json"));
});
