import { readdirSync,readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../../codemods/test/harness/folder.js";
import { ask, broken, plain, upgrade, upgraded } from "../../codemods/test/harness/samples.js";
import { createShell, root } from "./bench.js";

const script = join(root, "examples/multi-gitter/upgrade-tls.sh");
const fleet = { weak: { "src/a.js": upgrade + ask, "README.md": "x" }, clean: { "a.js": plain }, "half-broken": { "a.js": upgrade, "b.js": broken } };

/** Bare repositories, as a server has them. */
function createServer() {
  const server = createFolder();
  for (const [name, files] of Object.entries(fleet)) server.git("clone", "--quiet", "--bare", createRepository(files).path, `${name}.git`);
  return server;
}

describe("the script, run as multi-gitter runs it: clone, script, commit what has changed, push", () => {
  it("changes what it should, leaves no other file, and ends with 0 in every repository", () => {
    const [server, work, reports, shell] = [createServer(), createFolder(), createFolder(), createShell()];
    const pushed: string[] = [];
    for (const name of Object.keys(fleet)) {
      work.git("clone", "--quiet", join(server.path, `${name}.git`), name);
      const clone = join(work.path, name);
      const { code, stderr } = shell.run(`"${script}"`, clone, { REPOSITORY: `acme/${name}`, TLS_REPORTS: reports.path });
      expect([code, stderr.includes("[y")]).toEqual([0, false]);
      const status = shell.run("git status --porcelain --ignored --untracked-files=all", clone).stdout;
      if (status === "") continue;
      expect(status).toMatch(/^( M \S+\.js\n)+$/);
      expect(shell.run("git checkout -q -b upgrade-tls-options && git commit -qam 'fix: upgrade weak TLS options' && git push -q origin upgrade-tls-options", clone).code).toBe(0);
      pushed.push(name);
    }
    expect(pushed).toEqual(["weak", "half-broken"]);
    expect(server.git("-C", "weak.git", "show", "upgrade-tls-options:src/a.js")).toBe(upgraded + ask);
    expect(server.git("-C", "half-broken.git", "show", "upgrade-tls-options:b.js")).toBe(broken);
    expect(readdirSync(reports.path).sort()).toEqual(["acme_clean.md", "acme_half-broken.md", "acme_weak.md"]);
  });

  it("writes a report that serves as the body of the pull request: what changed, why, and what is left", () => {
    const [clone, reports, shell] = [createRepository(fleet.weak), createFolder(), createShell()];
    shell.run(`"${script}"`, clone.path, { REPOSITORY: "acme/weak", TLS_REPORTS: reports.path });
    const body = readFileSync(join(reports.path, "acme_weak.md"), "utf8");
    for (const part of ["src/a.js", "`secureProtocol: 'TLS_method'`", "RFC 8996", "`rejectUnauthorized: false`"]) expect(body).toContain(part);
    expect(body.length).toBeLessThan(65_536);
  });

  it("ends with 4 where work would be lost, so that nothing is committed", () => {
    const [clone, reports] = [createRepository(fleet.weak), createFolder()];
    clone.write({ "src/a.js": `// mine\n${upgrade}` });
    expect(createShell().run(`"${script}"`, clone.path, { TLS_REPORTS: reports.path }).code).toBe(4);
    expect(clone.read("src/a.js")).toBe(`// mine\n${upgrade}`);
  });
});
