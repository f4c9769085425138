import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, type TemporaryProject } from "../hosts/temporary-project.js";
import { compilers, typeCheck, typedConfigs } from "./type-check.js";

describe("configurations are assignable to defineConfig under exactOptionalPropertyTypes, and wrong options are not", () => {
  let project: TemporaryProject;
  beforeAll(() => {
    project = createProject({ eslint: "eslint" });
    project.write(typedConfigs);
  });
  afterAll(() => project.remove());

  it.each(Object.entries(compilers))("with %s", async (_, compiler) => {
    expect(await typeCheck(project.folder, compiler)).toBe("");
  });
});
