import { describe, expect, it } from "vitest";
import { hasTriggerWord, hasWordOfOptions } from "../src/trigger-words/trigger-words.js";
import { optionNamesFor } from "../src/words/option-names-for.js";

describe("words of options", () => {
  it.each([
    ["a process that is started", `spawn("curl", ["-k", url]);`],
    ["a variable of the environment", "process.env.NODE_OPTIONS = '--tls-min-v1.0';"],
    ["a certificate that is looked at", "new X509Certificate(pem).verify(key);"],
    ["a TLS stack of its own", "import forge from 'node-forge';"],
  ])("are not those of %s, which is read all the same", (_what, text) => {
    expect([hasTriggerWord(text), hasWordOfOptions(text)]).toEqual([true, false]);
  });

  it.each([
    ["an option", "connect({ minVersion });"],
    ["a client's own word", "request({ strictSSL: false });"],
    ["a misspelling", "connect({ rejectUnauthorised: false });"],
    ["what is deprecated", "connect({ NPNProtocols: [] });"],
    ["an everyday word beside its module", `import { Pool } from "pg";\nnew Pool({ ssl: true });`],
    ["the peer's certificate, which matters where nothing verifies it", "socket.getPeerCertificate();"],
  ])("are those of %s", (_what, text) => {
    expect(hasWordOfOptions(text)).toBe(true);
  });

  it("have everyday names only beside a client that has them, or a weak value", () => {
    const isName = (text: string) => optionNamesFor(text).has("ssl");
    expect([isName("ssl: true"), isName(`from "pg" ssl: true`), isName("ssl: 'no-verify'")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("are no positions of arguments", () => {
    expect([...optionNamesFor(`from "pg" ssl`)].filter((name) => /^\d*$/.test(name))).toEqual([]);
  });
});
