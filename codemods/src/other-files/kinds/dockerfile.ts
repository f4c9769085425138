import type { Comment, Instruction, Onbuild, Property, PropertyInstruction, Run } from "dockerfile-ast";
import {
  environmentEntry,
  lexShell,
  listedCommand,
  longestScript,
  type Range,
  readJsonString,
  removeItems,
  removeLines,
  type Setting,
  settingsOfCommand,
  settingsOfScript,
  SourceText,
} from "tls-rules/other-files";
import { dockerfileParser } from "../parsers.js";

/** The variables and commands of a Dockerfile. */
export default function readDockerfile(_path: string, file: string): readonly Setting[] {
  const dockerfile = dockerfileParser().parse(file);
  const reader = new DockerfileReader(file, dockerfile.getComments());
  return dockerfile.getInstructions().flatMap((instruction) => reader.read(instruction, instruction));
}

type Span = ReturnType<Instruction["getRange"]>;

class DockerfileReader {
  private readonly file: string;
  private readonly lineStarts: readonly number[];
  private readonly comments: readonly Range[];

  constructor(file: string, comments: readonly Comment[]) {
    this.file = file;
    this.lineStarts = [0, ...[...file.matchAll(/\r?\n|\r/g)].map((match) => match.index + match[0].length)];
    // with its line break, because a comment does not end a continued line
    this.comments = comments
      .map((comment) => this.rangeOf(comment.getRange()))
      .map(([start, end]) => [start, file.indexOf("\n", end) + 1 || file.length]);
  }

  /** `whole` is the instruction with the ONBUILD in front of it. */
  read(instruction: Instruction, whole: Instruction): readonly Setting[] {
    switch (instruction.getKeyword()) {
      case "ENV":
      case "ARG":
        return this.readProperties(
          (instruction as PropertyInstruction).getProperties(),
          this.rangeOf(whole.getRange()),
        );
      case "RUN":
      case "CMD":
      case "ENTRYPOINT":
      case "HEALTHCHECK":
        return this.readCommand(instruction);
      case "ONBUILD": {
        const trigger = (instruction as Onbuild).getTriggerInstruction();
        return trigger ? this.read(trigger, whole) : [];
      }
      default:
        return [];
    }
  }

  private readProperties(properties: readonly Property[], instruction: Range): readonly Setting[] {
    const ranges = properties.map((property) => this.rangeOf(property.getRange()));
    return properties.flatMap((property, index) => {
      const written = property.getValueRange();
      if (!written) return [];
      const removal =
        properties.length === 1
          ? removeLines(this.file, instruction)
          : removeItems(this.file, ranges, index, index + 1);
      return environmentEntry({
        name: property.getName(),
        value: this.unquoted(this.rangeOf(written)),
        range: ranges[index]!,
        removal,
      });
    });
  }

  private readCommand(instruction: Instruction): readonly Setting[] {
    const written = instruction.getArgumentsRange();
    if (!written) return [];
    const [start, end] = this.rangeOf(written);
    const [lead] = /^(?:CMD\s+)?/i.exec(instruction.getKeyword() === "HEALTHCHECK" ? this.file.slice(start, end) : "")!;
    const range: Range = [start + lead.length, end];
    const words = wordsOfArray(this.file, range);
    if (words) return settingsOfCommand(listedCommand(this.file, words));
    const script = SourceText.verbatim(this.file, range).without(this.comments);
    return [
      ...(script.text.length > longestScript ? [] : settingsOfScript(script)),
      ...this.readHereDocuments(instruction, range),
    ];
  }

  /** `RUN <<EOF` runs the lines up to EOF. */
  private readHereDocuments(instruction: Instruction, [start, end]: Range): readonly Setting[] {
    if (instruction.getKeyword() !== "RUN" || !/^<<-?\s*["']?\w+["']?\s*\r?\n/.test(this.file.slice(start, end)))
      return [];
    return (instruction as Run).getHeredocs().flatMap((document) => {
      const content = document.getContentRange();
      return content ? settingsOfScript(SourceText.verbatim(this.file, this.rangeOf(content))) : [];
    });
  }

  /** The value of an ENV; quotes count as in a shell. */
  private unquoted(range: Range): SourceText {
    const source = SourceText.verbatim(this.file, range);
    const [first, ...others] = lexShell(source).tokens;
    return first?.kind === "word" && others.length === 0 ? first.word.value : source;
  }

  private rangeOf({ start, end }: Span): Range {
    return [this.lineStarts[start.line]! + start.character, this.lineStarts[end.line]! + end.character];
  }
}

/** The words of the exec form, `["node", "server.js"]`; undefined for anything else. */
function wordsOfArray(file: string, [start, end]: Range): Parameters<typeof listedCommand>[1] | undefined {
  const text = file.slice(start, end);
  if (!text.startsWith("[") || !text.trimEnd().endsWith("]")) return;
  // what is never closed is taken to the end, so that nothing in it is looked at again
  const strings = [...text.matchAll(/"(?:\\[^]|[^"\\])*(?:"|$)/g)];
  if (!strings.every(([string]) => isJson(string))) return;
  return strings.map(({ 0: string, index }) => {
    const range: Range = [start + index, start + index + string.length];
    return { value: readJsonString(file, range), range };
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
