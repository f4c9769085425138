import { createProject, type TemporaryProject } from "../hosts/temporary-project.js";
import { typedCases, wrapperPackage } from "./cases.js";

const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: ["node"] },
  include: ["src"],
});

export const caseFiles: readonly string[] = typedCases.map((_, index) => `src/case-${index}.ts`);

/** A TypeScript project with each case as a file. */
export function createTypedProject(packages: Readonly<Record<string, string>>): TemporaryProject {
  const project = createProject({ "@types/node": "@types/node", ...packages });
  project.write({
    "package.json": '{ "type": "module" }\n',
    "tsconfig.json": tsconfig,
    ...Object.fromEntries(Object.entries(wrapperPackage).map(([path, text]) => [`node_modules/wrapper/${path}`, text])),
    ...Object.fromEntries(typedCases.map(({ code }, index) => [caseFiles[index]!, code])),
  });
  return project;
}
