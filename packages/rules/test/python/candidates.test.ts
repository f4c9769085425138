import { describe, expect, it } from "vitest";
import { isPythonCandidateText } from "../../src/python/candidates.js";

describe("A program in Python is parsed where it may hold a finding:", () => {
  const versions = ["SSLv2", "SSLv3", "SSLv23", "TLSv1", "TLSv1_1", "TLSv1_2", "TLS", "TLS_CLIENT", "TLS_SERVER"];

  it.each(versions.map((version) => `ctx = SSL.Context(SSL.${version}_METHOD)`))("%s", (text) => {
    expect(isPythonCandidateText(text.replace("SSL.Context", "Context"))).toBe(true);
  });

  it.each([
    "session.verify = False",
    "session.verify=False",
    "class Session(requests.Session):\n    def __init__(self):\n        self.verify: bool = False",
    'options = {"verify": False}',
    "requests.get(url, verify=False)",
  ])("%s", (text) => {
    expect(isPythonCandidateText(text)).toBe(true);
  });

  it.each(["op = LOAD_METHOD", "key.verify(signature, data)", "HIGHEST_PROTOCOL = 5", "import os"])(
    "not %s",
    (text) => {
      expect(isPythonCandidateText(text)).toBe(false);
    },
  );
});
