import { Linter } from "eslint";
import { expect } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { optionNames } from "../../src/option-names.js";
import { type FileView, viewOf } from "../../src/source/program/file-view.js";
import type { SourceFile } from "../../src/source/program/source-file.js";
import { findEnvironmentWrites } from "../../src/source/sites/environment.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import type { OptionValue, TlsOptions } from "../../src/source/sites/tls-options.js";
import type { Alternative } from "../../src/source/values/static-value.js";

/** A file read through oxc-parser, TypeScript or not. */
export function programOf(code: string, path = "example.ts"): FileView {
  return viewOf(parseSource(path, code));
}

/** The same through espree and eslint-scope; undefined for what is no JavaScript. */
export function espreeProgramOf(code: string): FileView | undefined {
  const linter = new Linter();
  for (const sourceType of ["module", "commonjs"] as const) {
    const messages = linter.verify(code, { languageOptions: { sourceType, ecmaVersion: "latest" } }, "example.js");
    if (!messages.some(({ fatal }) => fatal))
      return viewOf({ ...linter.getSourceCode(), path: "example.js" } as unknown as SourceFile);
  }
  return;
}

/**
 * What is found in a file, one line for each set of options: `proven client: minVersion 'TLSv1', rejectUnauthorized false if (insecure)`.
 * Only TLS options are named; both parsers have to give the same.
 */
export function sitesIn(code: string): readonly string[] {
  const sites = describeSites(programOf(code));
  const espree = espreeProgramOf(code);
  if (espree) expect(describeSites(espree), "with espree").toEqual(sites);
  return sites;
}

/** The same for a program that has been read. */
export function describeSites(program: FileView): readonly string[] {
  return findTlsOptions(program)
    .filter((options) => options.allValues().length > 0)
    .map((options) => describeOptions(options));
}

function describeOptions(options: TlsOptions): string {
  const { certainty, scope, side, unverified } = options;
  const kind = [
    certainty,
    ...(scope === "process" ? [scope] : []),
    ...(side === "unknown" ? [] : [side]),
    ...(unverified ? ["unverified"] : []),
  ];
  const values = optionNames.flatMap((name) => {
    const all = options.values(name);
    return all.length > 0 ? [`${name} ${all.map(describeValue).join(" or ")}`] : [];
  });
  return `${kind.join(" ")}: ${values.join(", ")}`;
}

function describeValue(value: OptionValue): string {
  const shown =
    value.kind === "known" ? (typeof value.value === "string" ? `'${value.value}'` : String(value.value)) : value.kind;
  return value.guard ? `${shown} if (${value.guard.text})` : shown;
}

/** `NAME = '0'`, with `or` between alternatives and `if (...)` behind a guard. */
export function environmentIn(code: string): readonly string[] {
  const writes = describeEnvironment(programOf(code));
  const espree = espreeProgramOf(code);
  if (espree) expect(describeEnvironment(espree), "with espree").toEqual(writes);
  return writes;
}

function describeEnvironment(program: FileView): readonly string[] {
  return findEnvironmentWrites(program).map(({ name, alternatives, guard }) => {
    const values = alternatives.map((each) => describeAlternative(each)).join(" or ");
    return `${name} = ${values}${guard ? ` if (${guard.text})` : ""}`;
  });
}

export function describeAlternative(alternative: Alternative): string {
  if (alternative.kind === "buffer") return `buffer '${alternative.text}'`;
  if (alternative.kind !== "known") return alternative.kind;
  return typeof alternative.value === "string" ? `'${alternative.value}'` : String(alternative.value);
}
