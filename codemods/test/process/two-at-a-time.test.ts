import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { upgrade, upgraded } from "../harness/samples.js";
import { spawned } from "../harness/spawn.js";

const names = Array.from({ length: 40 }, (_, index) => `src/${String(index).padStart(2, "0")}.js`);

it.each([1, 2])("loses nothing when `fix` runs five times at once, and `undo` beside it (round %d)", async () => {
  const folder = createRepository(Object.fromEntries(names.map((name) => [name, upgrade])));
  const state = join(folder.path, ".git/tls-codemod");
  const fix = () => spawned(folder, ["fix", "--allow-dirty", "--fail-on", "none", "--quiet"]);
  const ran = await Promise.all([fix(), fix(), spawned(folder, ["undo"]), fix(), fix(), fix()]);
  for (const { code, stderr } of ran) {
    expect([0, 2, 3, 4], stderr).toContain(code);
    if (code === 4)
      expect(stderr).toMatch(/Another `tls-codemod fix` or `undo` is writing here|changed in the meantime/);
    if (code === 2) expect(stderr).toContain("There is no `fix` to undo");
    expect(stderr).not.toContain("mistake");
  }
  expect(names.filter((name) => ![upgrade, upgraded].includes(folder.read(name)))).toEqual([]);
  expect(existsSync(state) ? readdirSync(join(state, "writing")) : []).toEqual([]);

  // every file that is changed stands in a journal
  for (let left = 6; left > 0; left--) {
    const { code, stderr } = await spawned(folder, ["undo"]);
    expect([0, 2], stderr).toContain(code);
    if (code === 2) break;
    expect(left, "as many journals as runs").toBeGreaterThan(1);
  }
  expect(names.filter((name) => folder.read(name) !== upgrade)).toEqual([]);
  expect(readdirSync(join(folder.path, "src")).length).toBe(names.length);
});
