import { expect, it } from "vitest";
import { rules } from "../src/rules/index.js";
import { weaknesses } from "../src/weaknesses.js";

it("Every rule about what somebody could make use of names a weakness, and every weakness has its rule.", () => {
  const without = rules.filter(({ meta }) => meta.cwe.length === 0).map(({ name }) => name);
  expect(without).toEqual(["no-ineffective-tls-options", "no-invalid-tls-options", "prefer-post-quantum-groups"]);
  expect([...new Set(rules.flatMap(({ meta }) => meta.cwe))].sort((a, b) => a - b)).toEqual(
    Object.keys(weaknesses).map(Number),
  );
});

it.each(rules.map(({ name, meta }) => [name, meta.cwe] as const))("%s names none twice", (_name, cwe) => {
  expect(new Set(cwe).size).toBe(cwe.length);
});
