import { describe, expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

const explained = async (code: string, line: number, path = "meter.py") => {
  const { stdout } = await run(createRepository({ [path]: code }), ["explain", `${path}:${line}`]);
  return stdout;
};

describe("explain FILE:LINE in Python", () => {
  const pinned = `import ssl
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
context.minimum_version = ssl.TLSVersion.TLSv1
context.wrap_socket(raw, server_hostname="meter.example")
`;

  it("says what each Python does with this very context, and after the edit", async () => {
    const text = await explained(pinned, 5);
    expect(text).toContain("What Python does with it (client of ssl.create_default_context");
    expect(text).toMatch(/Python 3\.7-3\.9 .*offers TLSv1, TLSv1\.1, TLSv1\.2, TLSv1\.3; accepts any certificate/);
    expect(text).toMatch(/Python 2\.7, Python 3\.6\s+raises AttributeError: .* \[not in range\]/);
    const [, after] = text.split("After the edit");
    expect(after).toMatch(/offers TLSv1\.2, TLSv1\.3; accepts any certificate/);
    expect(after).not.toContain("offers TLSv1,");
  });

  it("says where a Python raises", async () => {
    const wrapped = `import ssl
sock = ssl.wrap_socket(raw, ssl_version=ssl.PROTOCOL_TLSv1_2)
`;
    expect(await explained(wrapped, 2)).toMatch(/Python 3\.12, Python 3\.13\+\s+raises AttributeError/);
  });

  it("leaves out the manuals of other languages", async () => {
    const text = await explained(pinned, 5);
    expect(text).toContain("docs.python.org");
    expect(text).not.toContain("nodejs.org");
    const node = await explained("require('tls').connect({ host, maxVersion: 'TLSv1.2' });\n", 1, "a.js");
    expect(node).toContain("nodejs.org");
    expect(node).not.toContain("docs.python.org");
  });

  it("has nothing to show for a client that makes its own context", async () => {
    const text = await explained('import requests\nrequests.get("https://h", verify=False)\n', 2);
    expect(text).toContain("makes requests accept any certificate");
    expect(text).not.toContain("What Python does with it");
  });
});
