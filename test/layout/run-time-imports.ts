import { readdirSync, readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import ts from "typescript";

/** A file that needs another one to run. Types are left out: they are gone by then. */
export interface RunTimeImport {
  readonly from: string;
  readonly to: string;
  /** What ties the two: `*` for a whole module, nothing for its effects. */
  readonly names: readonly string[];
}

/** The TypeScript files of a folder, and which of them need which others to run. */
export function readRunTimeImports(folder: string): {
  readonly files: readonly string[];
  readonly imports: readonly RunTimeImport[];
} {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort();
  return { files, imports: files.flatMap((file) => importsOf(file, readFileSync(resolve(folder, file), "utf8"))) };
}

/** Those of one text. */
export function importsOf(file: string, text: string): readonly RunTimeImport[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    const names = ts.isImportDeclaration(statement) ? namesOfImport(statement) : namesOfExport(statement);
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !names) return [];
    const { text: specifier } = moduleSpecifier;
    if (!specifier.startsWith(".")) return [];
    return [{ from: file, to: posix.join(posix.dirname(file), specifier.replace(/\.js$/, ".ts")), names }];
  });
}

function namesOfImport({ importClause: clause }: ts.ImportDeclaration): readonly string[] | undefined {
  if (!clause) return [];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  const bindings = clause.namedBindings;
  const named = bindings && (ts.isNamedImports(bindings) ? valuesOf(bindings.elements) : ["*"]);
  const names = [...(clause.name ? [clause.name.text] : []), ...(named ?? [])];
  return names.length > 0 ? names : undefined;
}

function namesOfExport({ isTypeOnly, exportClause: clause }: ts.ExportDeclaration): readonly string[] | undefined {
  if (isTypeOnly) return;
  const names = clause && ts.isNamedExports(clause) ? valuesOf(clause.elements) : ["*"];
  return names.length > 0 ? names : undefined;
}

function valuesOf(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): readonly string[] {
  return elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}
