import { SourceText, UNKNOWN } from "../../source-text.js";

/** One word of a command; offsets are into the script's text. */
export interface ShellWord {
  readonly start: number;
  readonly end: number;
  /** Unquoted. */
  readonly value: SourceText;
  /** As written. */
  readonly source: string;
}

export type ShellToken =
  | { readonly kind: "word"; readonly word: ShellWord }
  | { readonly kind: "operator"; readonly operator: string; readonly start: number; readonly end: number };

export interface LexedShell {
  readonly tokens: readonly ShellToken[];
  /** The scripts in `$(...)`, which run too. */
  readonly nested: readonly (readonly ShellToken[])[];
  readonly documents: readonly HereDocument[];
}

/** The lines that a command is given as its input. */
export interface HereDocument {
  /** The line of the command. */
  readonly opening: string;
  readonly body: SourceText;
}

const operatorPattern = /\n|&&|\|\||;;|&>>|&>|>>|>&|>\||<<<|<<-|<<|<&|<>|[;&|()<>]/y;
const blankPattern = /(?:[ \t\r]|\\\r?\n)+/y;
const commentPattern = /#[^\n]*/y;
const plainPattern = /[^ \t\r\n;&|()<>'"\\$`]+/y;
const wordEnd = /[ \t\r\n;&|()<>]/;
const namePattern = /\$(?:\w+|[@*#?$!-])/y;
const hereDocument = /^<<-?$/;

/**
 * Reads the words and operators of a POSIX shell script as the shell's own grammar has them (POSIX.1-2024, chapter 2.3):
 * quotes, comments, continued lines, here-documents. What an expansion stands for is `UNKNOWN`.
 */
export function lexShell(script: SourceText): LexedShell {
  const lexer = new ShellLexer(script);
  return { tokens: lexer.readTokens(), nested: lexer.nested, documents: lexer.documents };
}

class ShellLexer {
  readonly nested: (readonly ShellToken[])[] = [];
  readonly documents: HereDocument[] = [];
  private readonly script: SourceText;
  private readonly text: string;
  private at = 0;
  private pendingDocuments: string[] = [];

  constructor(script: SourceText) {
    this.script = script;
    this.text = script.text;
  }

  /** Up to the end, or to the `)` that closes a substitution. */
  readTokens(isSubstitution = false): readonly ShellToken[] {
    const tokens: ShellToken[] = [];
    for (let depth = 0; this.at < this.text.length;) {
      if (this.take(blankPattern) !== undefined || this.take(commentPattern) !== undefined) continue;
      const start = this.at;
      const operator = this.take(operatorPattern);
      if (operator === undefined) {
        tokens.push({ kind: "word", word: this.readWord() });
        this.noteDocument(tokens);
        continue;
      }
      if (operator === "(") depth++;
      if (operator === ")" && depth-- === 0 && isSubstitution) break;
      if (operator === "\n") this.skipDocuments();
      tokens.push({ kind: "operator", operator, start, end: start + operator.length });
    }
    return tokens;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    this.at += match?.length ?? 0;
    return match;
  }

  private noteDocument(tokens: readonly ShellToken[]): void {
    const [operator, word] = tokens.slice(-2);
    if (operator?.kind === "operator" && word?.kind === "word" && hereDocument.test(operator.operator))
      this.pendingDocuments.push(word.word.value.text);
  }

  /** The bodies of here-documents are input, not script. */
  private skipDocuments(): void {
    if (this.pendingDocuments.length === 0) return;
    const opening = this.text.slice(this.text.lastIndexOf("\n", this.at - 2) + 1, this.at);
    for (const delimiter of this.pendingDocuments) {
      const start = this.at;
      while (this.at < this.text.length && this.takeLine() !== delimiter);
      this.documents.push({ opening, body: this.script.slice(start, this.at) });
    }
    this.pendingDocuments = [];
  }

  private takeLine(): string {
    const lineEnd = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, lineEnd === -1 ? undefined : lineEnd);
    this.at = lineEnd === -1 ? this.text.length : lineEnd + 1;
    return line.trim();
  }

  private readWord(): ShellWord {
    const start = this.at;
    const characters: Character[] = [];
    while (this.at < this.text.length && !wordEnd.test(this.text[this.at]!)) append(characters, this.readPart());
    const { script, at: end } = this;
    return {
      start,
      end,
      value: SourceText.of(characters, script.rangeOf(end, end)[0]),
      source: this.text.slice(start, end),
    };
  }

  private readPart(): readonly Character[] {
    switch (this.text[this.at]) {
      case "'":
        return this.readSingleQuoted();
      case '"':
        return this.readDoubleQuoted();
      case "\\":
        return this.readEscape();
      case "$":
      case "`":
        return this.readExpansion();
      default:
        return this.each(this.at, this.at + (this.take(plainPattern)?.length ?? 0));
    }
  }

  private each(from: number, to: number): readonly Character[] {
    return Array.from({ length: to - from }, (_, index) => this.script.character(from + index, from + index + 1));
  }

  private readSingleQuoted(): readonly Character[] {
    const start = this.at + 1;
    const end = this.indexOf("'", start);
    this.skipTo(end + 1);
    return this.each(start, end);
  }

  private indexOf(text: string, from: number): number {
    const index = this.text.indexOf(text, from);
    return index === -1 ? this.text.length : index;
  }

  private readEscape(): readonly Character[] {
    const start = this.at;
    const [continued] = /^\\\r?\n/.exec(this.text.slice(start, start + 3)) ?? [];
    this.skipTo(start + (continued?.length ?? 2));
    return continued ? [] : [this.script.character(start, this.at, this.text.slice(start + 1, this.at))];
  }

  private readDoubleQuoted(): readonly Character[] {
    const characters: Character[] = [];
    for (this.at++; this.at < this.text.length && this.text[this.at] !== '"';) {
      const character = this.text[this.at]!;
      const next = this.text[this.at + 1] ?? "";
      // a `$` before a quote is only special outside quotes
      if (character === "`" || (character === "$" && !/["']/.test(next))) append(characters, this.readExpansion());
      else if (character === "\\" && /[$`"\\\r\n]/.test(next)) append(characters, this.readEscape());
      else append(characters, this.each(this.at, ++this.at));
    }
    this.skipTo(this.at + 1);
    return characters;
  }

  /** Not beyond the end, where a quote or brace is never closed. */
  private skipTo(index: number): void {
    this.at = Math.min(index, this.text.length);
  }

  private readExpansion(): readonly Character[] {
    const start = this.at;
    const next = this.text.slice(start, start + 3);
    if (next.startsWith("`")) this.at = this.indexOf("`", start + 1) + 1;
    else if (next.startsWith("$((")) this.at = this.indexOf("))", start) + 2;
    else if (next.startsWith("$(")) this.readSubstitution();
    else if (next.startsWith("${{")) this.at = this.indexOf("}}", start) + 2;
    else if (next.startsWith("${")) this.skipBraces();
    else if (next.startsWith("$'")) this.at = this.indexOf("'", start + 2) + 1;
    else if (next.startsWith('$"')) return this.readLocalized();
    else if (this.take(namePattern) === undefined) return this.each(start, ++this.at);
    this.skipTo(this.at);
    return [this.script.character(start, this.at, UNKNOWN)];
  }

  private readLocalized(): readonly Character[] {
    this.at++;
    return this.readDoubleQuoted();
  }

  private readSubstitution(): void {
    this.at += 2;
    this.nested.push(this.readTokens(true));
  }

  private skipBraces(): void {
    let depth = 0;
    do {
      if (this.text[this.at] === "{") depth++;
      if (this.text[this.at] === "}") depth--;
      this.at++;
    } while (this.at < this.text.length && (depth > 0 || this.text[this.at - 1] === "$"));
  }
}

type Character = ReturnType<SourceText["character"]>;

/** One by one: a call takes some hundred thousand arguments at most. */
function append(characters: Character[], more: readonly Character[]): void {
  for (const character of more) characters.push(character);
}
