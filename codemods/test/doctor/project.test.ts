import { describe, expect, it } from "vitest";
import { examineProject } from "../../src/doctor/project-report.js";
import { createMachine } from "./machine.js";

describe("engines.node", () => {
  function projectWith(manifest: string) {
    const machine = createMachine();
    machine.write("package.json", manifest);
    return examineProject(machine.folder, "2026-11-23");
  }

  it.each([
    [">=8", { withoutTls13: "Node 8-11", unmaintained: "Node 8-21, 23 and 25", suggestion: "^22 || ^24 || >=26" }],
    [">=12 <21", { unmaintained: "Node 12-20", suggestion: "^22 || ^24 || >=26" }],
    ["^22.20 || ^24", {}],
    [
      "nonsense",
      {
        problem: expect.stringContaining("is not a range of Node releases") as string,
        suggestion: "^22 || ^24 || >=26",
      },
    ],
    ["0.10.x", { problem: expect.stringContaining("admits no Node release from 8 on") as string }],
  ])("%s", (range, expected) => {
    const project = projectWith(JSON.stringify({ engines: { node: range } }));
    expect(project).toMatchObject({ manifest: "package.json", range, ...expected });
    if (Object.keys(expected).length === 0)
      expect([project!.problem, project!.withoutTls13, project!.unmaintained, project!.suggestion]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
  });

  it("may not be there", () => expect(projectWith("{}")).toBeUndefined());
});
