import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";

describe("what is said of `ssl.wrap_socket`", () => {
  const wrapped = (words: string) => `import ssl\nsock = ssl.wrap_socket(raw, ${words})\n`;

  it("is no verdict on a verification that the code does not tell", async () => {
    const { findings, messages } = await judgePython(wrapped("cert_reqs=settings.mode"));
    expect(findings).toContain("2 no-disabled-certificate-verification note manual");
    expect(messages.join(" ")).not.toContain("verifies no certificate");
  });

  it("is one where nothing is told", async () => {
    const { findings } = await judgePython(wrapped("ca_certs=bundle"));
    expect(findings).toContain("2 no-disabled-certificate-verification error manual");
  });

  it("is of names on the client's side alone", async () => {
    const server = await judgePython(wrapped("server_side=True, certfile=pem"));
    const client = await judgePython(wrapped("ca_certs=bundle"));
    expect(server.messages.join(" ")).toContain("is gone from Python 3.12 on");
    expect(server.messages.join(" ")).not.toContain("server name");
    expect(client.messages.join(" ")).toContain("sends no server name");
  });
});

describe("the patch of a process", () => {
  const off = "ssl._create_default_https_context = ssl._create_unverified_context";
  const on = "ssl._create_default_https_context = lambda: ssl.create_default_context(cafile=bundle)";

  it("is none where the next statement writes another one", async () => {
    expect((await judgePython(`import ssl\n${off}\n${on}\n`)).findings).toEqual([]);
  });

  it("is one where something runs before that", async () => {
    const { findings } = await judgePython(`import ssl\n${off}\ndownload("words")\n${on}\n`);
    expect(findings).toEqual(["2 no-process-wide-verification-opt-out error ask"]);
  });
});

it.each(["Session", "AsyncSession"])("`verify=False` is told to a %s of curl_cffi once for all", async (name) => {
  const { findings, asked } = await judgePython(
    `from curl_cffi import requests\nsession = requests.${name}(impersonate="chrome", verify=False)\n`,
  );
  expect(findings).toEqual(["2 no-disabled-certificate-verification error ask"]);
  expect(asked).toContain("verify=True");
});
