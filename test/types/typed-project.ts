import { createProject, type TemporaryProject } from "../hosts/temporary-project.js";
import { typedCases, wrapperPackage } from "./cases.js";

const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: ["node"] },
  include: ["src"],
});

/** A folder of all cases, and how ESLint is to judge them: with types or without, and what is at least as sure. */
export interface Copy {
  readonly folder: string;
  readonly config: "typed" | "recommended";
  readonly certainty: "proven" | "likely";
}

export const copies: readonly Copy[] = (["typed", "recommended"] as const).flatMap((config) =>
  (["proven", "likely"] as const).map((certainty) => ({ folder: `src/${config}/${certainty}`, config, certainty })),
);

export const caseFile = ({ folder }: Copy, index: number) => `${folder}/case-${index}.ts`;

/** A TypeScript project with each case as a file of each copy, so that one run of ESLint judges all. */
export function createTypedProject(packages: Readonly<Record<string, string>>): TemporaryProject {
  const project = createProject({ "@types/node": "@types/node", ...packages });
  project.write({
    "package.json": '{ "type": "module" }\n',
    "tsconfig.json": tsconfig,
    ...Object.fromEntries(Object.entries(wrapperPackage).map(([path, text]) => [`node_modules/wrapper/${path}`, text])),
    ...Object.fromEntries(copies.flatMap((copy) => typedCases.map(({ code }, index) => [caseFile(copy, index), code]))),
  });
  return project;
}
