import { describe, expect, it } from "vitest";
import { packageReleases } from "../../src/package-releases/package-releases.js";

/** The releases of got in `/repo/app`, of files by path from `/repo`. */
function releasesOf(files: Readonly<Record<string, string>>, name = "got"): string | undefined {
  return packageReleases(
    ["/repo/app", "/repo"],
    (folder, file) => files[`${folder}/${file}`.slice("/repo/".length)],
  )(name);
}

const manifest = (range: string, field = "dependencies", name = "got") =>
  JSON.stringify({ [field]: { [name]: range } });

describe("what a manifest asks for", () => {
  it.each([
    ["a range of the nearest", { "app/package.json": manifest("^11.8.0"), "package.json": manifest("^14.0.0") }],
    ["a manifest above that names it", { "app/package.json": "{}", "package.json": manifest("^11.8.0") }],
    ["development", { "app/package.json": manifest("^11.8.0", "devDependencies") }],
    ["a peer", { "app/package.json": manifest("^11.8.0", "peerDependencies") }],
    ["an alias", { "app/package.json": manifest("npm:got@^11.8.0") }],
    ["a workspace", { "app/package.json": manifest("workspace:^11.8.0") }],
    ["a byte order mark", { "app/package.json": `\uFEFF${manifest("^11.8.0")}` }],
  ])("%s", (_name, files) => expect(releasesOf(files)).toBe("^11.8.0"));

  it.each([
    ["no manifest", {}],
    ["another package", { "app/package.json": manifest("^11.8.0", "dependencies", "got-fetch") }],
    ["a name that stands elsewhere", { "app/package.json": JSON.stringify({ name: "got", version: "11.8.0" }) }],
    ["a tag", { "app/package.json": manifest("latest") }],
    ["an address", { "app/package.json": manifest("github:sindresorhus/got") }],
    ["a catalog", { "app/package.json": manifest("catalog:") }],
    ["no JSON", { "app/package.json": `{ "got": ` }],
    ["no object", { "app/package.json": `"got"` }],
    ["no text", { "app/package.json": JSON.stringify({ dependencies: { got: 11 } }) }],
    ["a list", { "app/package.json": JSON.stringify({ dependencies: ["got"] }) }],
    ["a range beyond all measure", { "app/package.json": manifest("^11.8.0 || ".repeat(100)) }],
  ])("says nothing: %s", (_name, files) => expect(releasesOf(files)).toBeUndefined());
});

const wide = { "app/package.json": manifest(">=9") };

describe("what a lockfile holds", () => {
  it.each([
    ["package-lock.json", JSON.stringify({ packages: { "node_modules/got": { version: "11.8.6" } } }, undefined, 2)],
    ["package-lock.json", `{"packages":{"app/node_modules/got":{"version":"11.8.6"}}}`],
    ["package-lock.json", `{ "dependencies": { "got": { "version": "11.8.6", "requires": { "got": "^14.0.0" } } } }`],
    ["npm-shrinkwrap.json", `{ "dependencies": {\r\n  "got": {\r\n  "version": "11.8.6" } } }`],
    ["pnpm-lock.yaml", `packages:\n\n  got@11.8.6:\n    resolution: {}\n`],
    ["pnpm-lock.yaml", `packages:\n\n  /got/11.8.6:\n    resolution: {}\n`],
    ["yarn.lock", `got@>=9, got@^11.8.0:\n  version "11.8.6"\n`],
    ["yarn.lock", `"got@npm:>=9":\r\n  version: 11.8.6\r\n`],
    ["bun.lock", `{ "packages": { "got": ["got@11.8.6", "", {}, "sha512-"] } }`],
  ])("%s: %s", (file, text) => {
    expect(releasesOf({ ...wide, [file]: text })).toBe("11.8.6");
    expect(releasesOf({ ...wide, [`app/${file}`]: text })).toBe("11.8.6");
    expect(releasesOf({ ...wide, [file]: text.replaceAll("got", "got-fetch") })).toBe(">=9");
    expect(releasesOf({ ...wide, [file]: text.replaceAll("got", "@x/got") })).toBe(">=9");
  });

  it("only what the manifest admits", () => {
    const lock = `packages:\n  got@11.8.6:\n  got@14.0.0:\n`;
    expect(releasesOf({ "app/package.json": manifest(">=12"), "pnpm-lock.yaml": lock })).toBe("14.0.0");
    expect(releasesOf({ "app/package.json": manifest("*"), "pnpm-lock.yaml": lock })).toBe("11.8.6 || 14.0.0");
    expect(releasesOf({ "app/package.json": manifest("catalog:"), "pnpm-lock.yaml": lock })).toBe("11.8.6 || 14.0.0");
  });

  it("a prerelease counts as its release", () => {
    expect(releasesOf({ ...wide, "bun.lock": `["got@12.0.0-beta.1", ""]` })).toBe("12.0.0");
  });

  it("a scoped name, and one with dots", () => {
    const lock = `packages:\n  '@elastic/elasticsearch@7.17.14':\n  enginexio@1.0.0:\n`;
    const files = {
      "package.json": `{ "dependencies": { "@elastic/elasticsearch": "*", "engine.io": "*" } }`,
      "pnpm-lock.yaml": lock,
    };
    expect(releasesOf(files, "@elastic/elasticsearch")).toBe("7.17.14");
    expect(releasesOf(files, "engine.io")).toBe("*");
  });

  it("is not read where the manifest says the major, nor anything before a package is asked for", () => {
    const read: string[] = [];
    const releases = packageReleases(["/repo"], (folder, file) => {
      read.push(`${folder}/${file}`);
      return manifest("^11.8.0");
    });
    expect(read).toEqual([]);
    releases("got");
    releases("got");
    expect(read).toEqual(["/repo/package.json"]);
  });
});

it("takes time that grows with a lockfile's length and not with its square", () => {
  const time = (length: number) => {
    const lock = `"node_modules/`.repeat(length) + `\n got@`.repeat(length) + `got@x, `.repeat(length);
    const files = { ...wide, "package-lock.json": lock, "yarn.lock": lock, "pnpm-lock.yaml": lock };
    const start = process.cpuUsage();
    releasesOf(files);
    return process.cpuUsage(start).user / 1000;
  };
  time(1000);
  // its square would be a hundred times as much
  expect(time(200_000)).toBeLessThan(Math.max(40 * time(20_000), 2000));
});
