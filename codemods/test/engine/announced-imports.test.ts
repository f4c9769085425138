import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Announcer, hearAnnouncements } from "../../src/engine/neighbours/announced-imports.js";
import { createFolder } from "../harness/folder.js";

/** What is heard of what was announced. */
function heardOf(announce: (announcer: Announcer) => void, most?: number) {
  const chunks: Buffer[] = [];
  let ends = 0;
  announce(new Announcer({ tell: (chunk) => chunks.push(chunk), tellNoMore: () => ends++ }, most));
  const folder = createFolder({ announcements: Buffer.concat(chunks) });
  const descriptor = openSync(join(folder.path, "announcements"), "r");
  onTestFinished(() => closeSync(descriptor));
  return { ...hearAnnouncements(descriptor), ends: () => ends };
}

const imports = (...names: readonly string[]) => Buffer.from(names.map((name) => `import "${name}";\n`).join(""));
const says = (...names: readonly string[]) => ({ names, beginnings: [] });

/** The search has come to a repository and found a candidate. */
function begin(announcer: Announcer, repository: string): void {
  announcer.read(`${repository}/candidate.js`, imports(), repository);
  announcer.begin(repository);
}

describe("announced imports", () => {
  it("are those of a repository, from its first candidate to where the search leaves it", () => {
    const { take } = heardOf((announcer) => {
      announcer.read("/a/early.js", imports("./x.js"), "/a");
      announcer.begin("/a");
      announcer.read("/a/late.js", imports("./x.js", "fs"), "/a");
      announcer.read("/b/other.js", imports("./x.js"), "/b");
      announcer.read("/a/again.js", imports("./x.js"), "/a");
      announcer.end();
    });
    expect(["/a/early.js", "/a/late.js", "/b/other.js", "/a/again.js"].map((file) => take(file, "/a"))).toEqual([
      undefined,
      says("./x.js", "fs"),
      undefined,
      undefined,
    ]);
  });

  it("are over at once where the search has left the repository of a candidate", () => {
    const told: string[] = [];
    const announcer = new Announcer({
      tell: (chunk) => told.push(String(chunk)),
      tellNoMore: () => told.push("no more"),
    });
    announcer.read("/a/a.js", imports("./x.js"), "/a");
    announcer.read("/b/b.js", imports("./x.js"), "/b");
    announcer.begin("/a");
    expect(told).toEqual(['{"whole":"/a"}\n']);
  });

  it("are those of programs and of what imports programs", () => {
    const { take } = heardOf((announcer) => {
      begin(announcer, "/a");
      for (const file of ["/a/a.ts", "/a/a.d.ts", "/a/a.vue", "/a/a.json"])
        announcer.read(file, imports("./x.js"), "/a");
      announcer.end();
    });
    expect(["/a/a.ts", "/a/a.d.ts", "/a/a.vue", "/a/a.json"].map((file) => take(file, "/a") !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("are given away once", () => {
    const { take } = heardOf((announcer) => {
      begin(announcer, "/a");
      announcer.read("/a/a.js", imports("./x.js"), "/a");
      announcer.end();
    });
    expect([take("/a/a.js", "/a"), take("/a/a.js", "/a")]).toEqual([says("./x.js"), undefined]);
  });

  it("arrive whole where they are larger than what is read at a time", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `./größe-文件-${index}.js`);
    const { take } = heardOf((announcer) => {
      begin(announcer, "/a");
      announcer.read("/a/a.js", imports(...names), "/a");
      announcer.read("/a/b.js", imports("./b-only.js"), "/a");
      announcer.end();
    });
    expect(take("/a/b.js", "/a")).toEqual(says("./b-only.js"));
    expect(take("/a/a.js", "/a")?.names).toHaveLength(5000);
  });

  it("end once, after the most that are kept", () => {
    const { take, ends } = heardOf((announcer) => {
      begin(announcer, "/a");
      for (const name of ["1", "2", "3"]) announcer.read(`/a/${name}.js`, imports("./x.js"), "/a");
      begin(announcer, "/b");
      announcer.read("/b/4.js", imports("./x.js"), "/b");
      announcer.end();
    }, 2);
    expect(["/a/1.js", "/a/2.js", "/a/3.js"].map((file) => take(file, "/a") !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
    expect([take("/b/4.js", "/b"), ends()]).toEqual([undefined, 1]);
  });

  it("are none where there is no pipe", () => {
    expect(hearAnnouncements(9999).take("/a/a.js", "/a")).toBeUndefined();
  });
});
