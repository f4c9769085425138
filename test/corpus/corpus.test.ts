import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findIn } from "./find.js";
import { readPins } from "./pins.js";
import { readSnapshot, snapshotOf } from "./snapshot.js";
import { workspacePackages } from "./workspace-packages.js";

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const reviewed = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

describe("the packages in node_modules", () => {
  it("hold what a person has reviewed, and none of them is too much", () => {
    const found = findIn(workspace, workspacePackages(workspace));
    expect(found.errors).toEqual([]);
    expect(snapshotOf(found)).toBe(reviewed("node-modules.txt"));
  });
});

describe("the published packages", () => {
  const findings = readSnapshot(reviewed("published.txt"));

  it("are pinned by their content", () => {
    const pins = readPins();
    expect(Object.keys(pins).length).toBeGreaterThanOrEqual(30);
    expect(Object.values(pins).filter((integrity) => !/^sha512-[\w+/]{86}==$/.test(integrity))).toEqual([]);
    expect(findings.map((finding) => finding.package).filter((name) => !(name in pins))).toEqual([]);
  });

  it("are none of them too much to know", () => {
    expect(findings.filter(({ messageId }) => messageId === "tooMuch")).toEqual([]);
  });

  it("read back as they are written", () => {
    expect(snapshotOf({ findings, errors: [] })).toBe(reviewed("published.txt"));
  });
});
