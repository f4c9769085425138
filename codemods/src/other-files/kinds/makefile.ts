import { environmentEntry, removeLines, type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";
import { type Line, linesOf, placeIn } from "../lines.js";

/** Indented lines are commands for the shell, behind characters that are make's or just's own. */
const recipe = /^[ \t]+[@+-]*(?<command>[^\s@+-].*)$/ds;
const definition =
  /^(?:[^\s#:=]+:[ \t]*)?(?<entry>(?<exported>export[ \t]+)?(?<name>\w+)[ \t]*(?<operator>[:?]{0,3}=)[ \t]*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^"'#\s]+(?:[ \t]+[^"'#\s]+)*)))[ \t]*(?:#.*)?$/d;

/**
 * What a Makefile (https://www.gnu.org/software/make/manual/make.html#Environment) or justfile sets in its recipes and by exported variables.
 * One that is not exported reaches the environment only if it came from there.
 */
export default function readMakefile(_path: string, file: string): readonly Setting[] {
  const isExportedLater = new Set([...file.matchAll(/^export[ \t]+(\w+)[ \t]*\r?$/gm)].map(([, name]) => name!));
  return linesOf(file, "\\").flatMap((line) => {
    const command = recipe.exec(line.text);
    return command
      ? settingsOfScript(SourceText.verbatim(file, placeIn(line, command, "command")))
      : defined(file, line, isExportedLater);
  });
}

function defined(file: string, line: Line, isExportedLater: ReadonlySet<string>): readonly Setting[] {
  const match = definition.exec(line.text);
  if (!match) return [];
  const { name, exported, operator } = match.groups!;
  const written = ["double", "single", "plain"].find((group) => match.groups![group] !== undefined)!;
  const range = placeIn(line, match, "entry");
  const value = SourceText.verbatim(file, placeIn(line, match, written));
  const guard = operator === "?=" ? `${name} is not set` : undefined;
  const isProven = exported !== undefined || isExportedLater.has(name!);
  const removal = removeLines(file, range);
  return environmentEntry({ name: name!, value, range, removal, guard }, isProven ? "proven" : "likely");
}
