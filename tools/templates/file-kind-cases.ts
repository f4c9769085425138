import { otherFileKind } from "tls-rules/other-files/candidates";
import { expect, it } from "vitest";
import { expectMended, expectSilent } from "./mended.js";

const path = "__name__";

it.each([path])("%s is one", (each) => expect(otherFileKind(each)).toBe("__name__"));

it("a variable", () => {
  const before = `A=b
NODE_TLS_REJECT_UNAUTHORIZED=0
`;
  const found = "no-process-wide-verification-opt-out/optOut error ask: NODE_TLS_REJECT_UNAUTHORIZED=0";
  expectMended(path, before, "A=b\n", [found]);
});

it("a variable that changes nothing", () => expectSilent(path, "NODE_TLS_REJECT_UNAUTHORIZED=1\n"));
