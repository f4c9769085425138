import { runtimesIn } from "tls-policy";
import { declaredNode, nodeOfFolder } from "tls-rules/node-releases";
import { expect, it } from "vitest";

type Files = Readonly<Record<string, string>>;

/** What folders say, the nearest first, as `range (source)`. */
function said(...folders: readonly Files[]): string | undefined {
  const declared = declaredNode(folders.map((files) => nodeOfFolder((name) => files[name])));
  return declared && `${declared.range} (${declared.source})`;
}

it.each<[string, Files, string | undefined]>([
  ["engines", { "package.json": '{ "engines": { "node": ">=18" } }' }, ">=18 (engines)"],
  ["a byte order mark", { "package.json": '\uFEFF{ "engines": { "node": "20" } }' }, "20 (engines)"],
  ["a release", { ".nvmrc": "v22.11.0\n" }, "22.11.0 (.nvmrc)"],
  ["a line", { ".node-version": "20" }, "20 (.node-version)"],
  ["a comment before it", { ".nvmrc": "# as in production\n20.11 # LTS\n" }, "20.11 (.nvmrc)"],
  ["the name of a line", { ".nvmrc": "lts/Jod\n" }, "22 (.nvmrc)"],
  ["the name alone", { ".nvmrc": "hydrogen\r\n" }, "18 (.nvmrc)"],
  ["asdf's file", { ".tool-versions": "python 3.12.1\nnodejs 20.11.1\n" }, "20.11.1 (.tool-versions)"],
  ["volta", { "package.json": '{ "volta": { "node": "18.20.4" } }' }, "18.20.4 (volta)"],
  [
    "devEngines",
    { "package.json": '{ "devEngines": { "runtime": { "name": "node", "version": ">=20" } } }' },
    ">=20 (devEngines)",
  ],
  [
    "one of several",
    { "package.json": '{ "devEngines": { "runtime": [{ "name": "bun" }, { "name": "node", "version": "^22" }] } }' },
    "^22 (devEngines)",
  ],
  ["a file before a field", { ".nvmrc": "20", "package.json": '{ "volta": { "node": "18.20.4" } }' }, "20 (.nvmrc)"],
  ["what moves with time", { ".nvmrc": "lts/*" }, undefined],
  ["a word of objects", { ".nvmrc": "constructor" }, undefined],
  ["what is older than any that is known", { ".nvmrc": "4.9.1" }, undefined],
  [
    "another runtime",
    { "package.json": '{ "devEngines": { "runtime": { "name": "bun", "version": "1" } } }' },
    undefined,
  ],
  ["what does not parse", { "package.json": "{ no" }, undefined],
  ["no object", { "package.json": "null" }, undefined],
  ["no text", { "package.json": '{ "engines": { "node": 20 }, "volta": 3, "devEngines": [] }' }, undefined],
  ["nothing", {}, undefined],
])("%s", (_, files, expected) => {
  expect(said(files)).toBe(expected);
});

it("engines above come before what is pinned below, and the nearest of each kind first", () => {
  const engines = { "package.json": '{ "engines": { "node": ">=18" } }' };
  expect(said({ ".nvmrc": "22" }, engines)).toBe(">=18 (engines)");
  expect(said({ "package.json": '{ "engines": { "node": "20" } }' }, engines)).toBe("20 (engines)");
  expect(said({}, { ".nvmrc": "22" }, { ".node-version": "20" })).toBe("22 (.nvmrc)");
});

it("reads a file once", () => {
  const read: string[] = [];
  const folder = nodeOfFolder((name) => (read.push(name), undefined));
  expect([folder.engines, folder.pinned]).toEqual([undefined, undefined]);
  expect(read).toEqual([...new Set(read)]);
});

it("every name of a line is one of releases that are known", () => {
  for (const name of ["carbon", "dubnium", "erbium", "fermium", "gallium", "hydrogen", "iron", "jod", "krypton"])
    expect(runtimesIn(said({ ".nvmrc": name })!.split(" ")[0]!)).not.toEqual([]);
});
