import { otherFileKind } from "tls-rules/other-files/candidates";
import { expect, it } from "vitest";
import { expectMended, expectSilent } from "./mended.js";

const path = "__name__.yml";

it.each([path])("%s is one", (each) => expect(otherFileKind(each)).toBe("__name__"));

it("a variable", () => {
  const before = `env:
  A: b
  NODE_TLS_REJECT_UNAUTHORIZED: 0
`;
  const after = `env:
  A: b
`;
  const found = "no-process-wide-verification-opt-out/optOut error ask: NODE_TLS_REJECT_UNAUTHORIZED: 0";
  expectMended(path, before, after, [found]);
});

it("a variable under another key", () => {
  const text = `labels:
  NODE_TLS_REJECT_UNAUTHORIZED: 0
`;
  expectSilent(path, text);
});
