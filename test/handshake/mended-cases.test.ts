import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { environments } from "../fuzz/run/environments.js";
import { compile, type RecordedCall } from "../fuzz/run/record.js";
import { mendedCases } from "./snapshot-cases.js";
import { type Meeting, meetStrongPeers, stranger } from "./strong-peers.js";

/** Names that a case does not declare: something true that can be called, or nothing at all. */
const scopes = [() => () => undefined, () => undefined].map(
  (valueOf) =>
    new Proxy(
      {},
      {
        has: (_, name) => typeof name === "string" && !(name in globalThis) && !given.has(name),
        get: (_, name) => (name === Symbol.unscopables ? undefined : valueOf()),
      },
    ),
);
const given: ReadonlySet<string> = new Set(["require", "module", "exports", "process", "it"]);

/** The calls of a program that can be run here; undefined for one that needs a package, or ends with an error. */
function callsOf(code: string, scope: object): readonly RecordedCall[] | undefined {
  const { env } = process;
  try {
    process.env = { ...env };
    const { calls, thrown } = compile(code, scope)(environments[0]!, []);
    return thrown === undefined ? calls : undefined;
  } catch {
    return;
  } finally {
    process.env = env;
  }
}

const cases = mendedCases().flatMap((mended) =>
  scopes.flatMap((scope, index) => {
    const [before, after] = [callsOf(mended.before, scope), callsOf(mended.after, scope)];
    const isTelling = before !== undefined && after !== undefined && before.length === after.length;
    return isTelling ? [{ ...mended, name: `${mended.name} (${index})`, calls: { before, after } }] : [];
  }),
);

describe("a mended case of a rule meets strong peers as before", () => {
  it("in hundreds of cases", () => expect(cases.length).toBeGreaterThan(200));

  it.each(cases.map((each) => [each.name, each] as const))("%s", async (_, { calls, isAsked }) => {
    for (const [index, before] of calls.before.entries()) {
      const after = calls.after[index]!;
      if (isDeepStrictEqual(after.options, before.options)) continue;
      const [old, now] = [await meetStrongPeers(before), await meetStrongPeers(after)];
      if (!isAsked) expect(lost(old, now), "peers that are lost").toEqual([]);
      // what could not connect at all may do now what its options say
      if (Object.values(old).some(Boolean)) expect(now[stranger] && !old[stranger], "verifies no more").toBe(false);
    }
  });
});

function lost(old: Meeting, now: Meeting): readonly string[] {
  return Object.keys(old).filter((peer) => old[peer] && !now[peer]);
}
