import { describe, expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { expectMended, expectSilent } from "./mended.js";

const inert = "no-process-wide-verification-opt-out/pythonInert note ask";

describe("PYTHONHTTPSVERIFY besides programs", () => {
  it.each([
    [
      "Dockerfile",
      "FROM python:3.12\nENV PYTHONHTTPSVERIFY=0\nCMD x\n",
      "FROM python:3.12\nCMD x\n",
      "PYTHONHTTPSVERIFY=0",
    ],
    ["start.sh", "export PYTHONHTTPSVERIFY=0\npython3 x.py\n", "python3 x.py\n", "PYTHONHTTPSVERIFY=0"],
    [".env", "A=1\nPYTHONHTTPSVERIFY=0\n", "A=1\n", "PYTHONHTTPSVERIFY=0"],
    [
      ".github/workflows/ci.yml",
      'env:\n  A: b\n  PYTHONHTTPSVERIFY: "0"\n',
      "env:\n  A: b\n",
      'PYTHONHTTPSVERIFY: "0"',
    ],
  ])("%s", (path, before, after, found) =>
    expectMended(path, before, after, [`${inert}: ${found}`], { level: "note" }),
  );

  it("says nothing of 1", () => expectSilent("start.sh", "export PYTHONHTTPSVERIFY=1\n"));

  it("switches verification off where Python 2.7 may run", async () => {
    const files = { "start.sh": "export PYTHONHTTPSVERIFY=0\npython x.py\n" };
    const { stdout } = await run(createRepository(files), ["--python", ">=2.7", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ level: "error", grade: "ask", messageId: "pythonOptOut" }],
    });
  });
});
