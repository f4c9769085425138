import type { SourceText } from "../../source-text.js";
import { choiceIn } from "./choice.js";
import { lexShell, type ShellToken, type ShellWord } from "./lex-shell.js";

/** A simple command. */
export interface ShellCommand {
  /** Assignments in front included, redirections not. */
  readonly words: readonly ShellWord[];
  /** The files that its output goes to. */
  readonly outputs: readonly ShellWord[];
  /** The operators on both sides; undefined beside a keyword or bracket. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The condition that it runs under, when it reads like somebody's own choice. */
  readonly guard: string | undefined;
  /** All commands of the list that it stands in, which the shell does not let be empty. */
  readonly siblings: readonly ShellCommand[];
}

/** The commands of a script, those inside compound commands and substitutions included. */
export function parseShell(script: SourceText): readonly ShellCommand[] {
  const { tokens, nested } = lexShell(script);
  return [tokens, ...nested].flatMap((part) => new ShellParser(script).parse(part));
}

/** A list of commands, with the keyword or bracket that opened it and the condition in front of it. */
interface Body {
  readonly opener: string;
  readonly condition: string;
  readonly guard: string | undefined;
  readonly commands: ShellCommand[];
}

const conditionals = new Set(["if", "elif", "while", "until"]);
const openers = new Set(["then", "do", "{", "case"]);
/** What each of these ends. */
const closers: ReadonlyMap<string, readonly string[]> = new Map([
  ["elif", ["then"]],
  ["else", ["then"]],
  ["fi", ["then", "else"]],
  ["done", ["do"]],
  ["}", ["{"]],
  [")", ["("]],
  [";;", ["pattern"]],
  ["esac", ["case"]],
]);
const keywords = new Set([...conditionals, ...openers, ...closers.keys(), "!"]);

class ShellParser {
  private readonly script: SourceText;
  private readonly commands: ShellCommand[] = [];
  private readonly stack: Body[] = [{ opener: "", condition: "", guard: undefined, commands: [] }];
  private words: ShellWord[] = [];
  private outputs: ShellWord[] = [];
  private before: string | undefined;
  private conditionStart: number | undefined;

  constructor(script: SourceText) {
    this.script = script;
  }

  parse(tokens: readonly ShellToken[]): readonly ShellCommand[] {
    tokens.forEach((token, index) => {
      const [previous, next] = [tokens[index - 1], tokens[index + 1]];
      if (token.kind === "operator") this.readOperator(token.operator);
      else if (isRedirection(previous)) this.readTarget(token.word, previous.operator);
      else if (!isDescriptor(token.word, next)) this.readWord(token.word);
    });
    this.endCommand(undefined);
    return this.commands;
  }

  private get body(): Body {
    return this.stack.at(-1)!;
  }

  private readTarget(word: ShellWord, operator: string): void {
    if (operator.includes(">")) this.outputs.push(word);
  }

  private readWord(word: ShellWord): void {
    if (this.words.length === 0 && keywords.has(word.source)) this.readKeyword(word);
    else this.words.push(word);
  }

  private readKeyword({ source, start, end }: ShellWord): void {
    const tested = source === "{" ? this.testBefore() : undefined;
    this.before = undefined;
    // the last pattern needs no `;;`
    if (source === "esac") this.close(";;");
    const closed = this.close(source);
    if (conditionals.has(source)) this.conditionStart = end;
    if (source === "else") this.openBody(source, "", choiceIn(closed?.condition ?? "", false));
    else if (tested !== undefined) this.openBody(source, "", tested);
    else if (openers.has(source)) this.openConditional(source, start);
  }

  private openConditional(opener: string, start: number): void {
    const condition = this.conditionStart === undefined ? "" : this.script.text.slice(this.conditionStart, start);
    this.conditionStart = undefined;
    this.openBody(opener, condition, choiceIn(condition, true));
  }

  private readOperator(operator: string): void {
    if (isRedirectionOperator(operator)) return;
    // a word before it is the name of a function
    if (operator === "(") return this.openBody("(", "", this.words.length === 0 ? this.testBefore() : undefined);
    if (operator === ")" && this.body.opener !== "(") return this.openPattern();
    this.endCommand(operator === ")" || operator === ";;" ? undefined : operator);
    this.close(operator);
  }

  private openPattern(): void {
    const pattern = this.words.map(({ source }) => source).join(" ");
    this.openBody("pattern", pattern, choiceIn(pattern, true) ?? this.flagIn(pattern));
  }

  private openBody(opener: string, condition: string, guard: string | undefined): void {
    [this.words, this.before] = [[], undefined];
    this.stack.push({ opener, condition, guard: guard ?? this.body.guard, commands: [] });
  }

  /** What a user gives on the command line: `--no-check`, or `k` as getopts has it. */
  private flagIn(pattern: string): string | undefined {
    const source = this.words.at(-1)?.source ?? "";
    const isFlag = /^-[\w-]/.test(source) || (/^\w$/.test(source) && /\bgetopts\b/.test(this.script.text));
    return isFlag ? pattern : undefined;
  }

  private close(closer: string): Body | undefined {
    return closers.get(closer)?.includes(this.body.opener) ? this.stack.pop() : undefined;
  }

  private endCommand(after: string | undefined): void {
    const { words, outputs, before, body } = this;
    if (words.length > 0) {
      const command = {
        words,
        outputs,
        before,
        after,
        guard: this.testBefore() ?? body.guard,
        siblings: body.commands,
      };
      body.commands.push(command);
      this.commands.push(command);
    }
    const isContinued = words.length === 0 && after === "\n" && before !== undefined;
    [this.words, this.outputs, this.before] = [[], [], isContinued ? before : after];
  }

  /** `[ -n "$INSECURE" ] && command`. */
  private testBefore(): string | undefined {
    const previous = this.body.commands.at(-1);
    if (!previous || !/^(\[\[?|test)$/.test(previous.words[0]!.source)) return;
    const text = previous.words.map(({ source }) => source).join(" ");
    return this.before === "&&" || this.before === "||" ? choiceIn(text, this.before === "&&") : undefined;
  }
}

function isRedirectionOperator(operator: string): boolean {
  return /[<>]/.test(operator);
}

function isRedirection(token: ShellToken | undefined): token is Extract<ShellToken, { kind: "operator" }> {
  return token?.kind === "operator" && isRedirectionOperator(token.operator);
}

/** The `2` of `2>&1`. */
function isDescriptor({ source, end }: ShellWord, next: ShellToken | undefined): boolean {
  return /^\d+$/.test(source) && isRedirection(next) && next.start === end;
}
