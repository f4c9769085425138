import type { OptionName } from "tls-rules";
import type { Callee, Flag, KeyStyle, ObjectShape, ProgramShape, Property, Statement, Value, Write } from "./shapes.js";

/** A program as text, and where it would stand. */
export interface Program {
  readonly path: string;
  readonly text: string;
}

/** Names that a program takes from elsewhere, and in whose place the environments put values. */
export const givenNames = ["base", "given", "key", "cert", "ca", "log"] as const;

const modules = { tls: "node:tls", https: "https", constants: "crypto", assert: "node:assert" } as const;

const extensions = { cjs: "js", mjs: "mjs", ts: "ts" } as const;

const gapTexts = ["", " ", "/* gap */", "// gap\n", "\n", "\u00A0", "\t"] as const;

/** Writes a shape as a person with its layout would. */
export function printProgram(shape: ProgramShape): Program {
  const printer = new Printer(shape);
  for (const statement of shape.statements) printer.statement(statement);
  const folder = shape.isTest ? "test" : "src";
  const name = shape.isTest ? "example.test" : "example";
  return { path: `${folder}/${name}.${extensions[shape.language]}`, text: printer.text() };
}

class Printer {
  readonly #shape: ProgramShape;
  readonly #constants: string[] = [];
  readonly #lines: string[] = [];
  /** Objects that later ones may spread. */
  readonly #objects: string[] = [];
  #gap = 0;
  #count = 0;
  #indent = "";

  constructor(shape: ProgramShape) {
    this.#shape = shape;
  }

  text(): string {
    const { layout, language, flagSource } = this.#shape;
    const body = [...new Set(this.#constants), ...this.#lines];
    const words = new Set(
      body.flatMap((line) => line.replaceAll("...", " ").match(/(?<![.\w"'])\w+\b(?!["':])/g) ?? []),
    );
    const used = (name: string) => words.has(name);
    const flags = this.#shape.flags.filter(used);
    const given = givenNames.filter(used);
    const imports = (Object.keys(modules) as (keyof typeof modules)[]).filter(used).map((name) => this.#import(name));
    const isFunction = flagSource === "parameters" && flags.length > 0;
    const names = [...given, ...(flagSource === "settings" ? flags : [])];
    const head = [
      ...imports,
      ...(names.length > 0 ? [this.#importNames(names)] : []),
      ...(flagSource === "environment"
        ? flags.map((flag) => this.#end(`const ${flag} = process.env.${flag.toUpperCase()} === "1"`))
        : []),
    ];
    const open = language === "cjs" ? "module.exports = function run" : "export default function run";
    const isTyped = language === "ts";
    const wrapped = isFunction
      ? [
          `${open}(${flags.map((flag) => (isTyped ? `${flag}: boolean` : flag)).join(", ")}) {`,
          ...body.map((line) => `  ${line.replaceAll("\n", "\n  ")}`),
          language === "cjs" ? this.#end("}") : "}",
        ]
      : body;
    const text = [...head, ...wrapped, ""].join("\n").replaceAll('"', layout.quote);
    return (layout.hasByteOrderMark ? "\uFEFF" : "") + text.replaceAll("\n", layout.eol);
  }

  #import(name: keyof typeof modules): string {
    const source = modules[name];
    const binding = name === "constants" ? "{ constants }" : name;
    return this.#end(
      this.#shape.language === "cjs" ? `const ${binding} = require("${source}")` : `import ${binding} from "${source}"`,
    );
  }

  #importNames(names: readonly string[]): string {
    const list = `{ ${names.join(", ")} }`;
    return this.#end(
      this.#shape.language === "cjs" ? `const ${list} = require("./settings")` : `import ${list} from "./settings.js"`,
    );
  }

  #end(line: string): string {
    return this.#shape.layout.hasSemicolons ? `${line};` : line;
  }

  #line(text: string): void {
    this.#lines.push(this.#indent + text.replaceAll("\n", `\n${this.#indent}`));
  }

  #block(head: string, body: () => void, tail = "}"): void {
    this.#line(head);
    this.#indent += "  ";
    body();
    this.#indent = this.#indent.slice(2);
    this.#line(tail);
  }

  #trivia(): string {
    return gapTexts[this.#shape.layout.gaps[this.#gap++] ?? 0]!;
  }

  #name(stem: string): string {
    return `${stem}${++this.#count}`;
  }

  #flag({ index, isNegated }: Flag): string {
    return `${isNegated ? "!" : ""}${this.#shape.flags[index]}`;
  }

  #value(name: OptionName, value: Value): string {
    switch (value.kind) {
      case "literal":
        return value.text;
      case "given":
        return `given.${name}`;
      case "choice":
        return `${this.#flag(value.flag)} ? ${this.#operand(name, value.yes)} : ${this.#operand(name, value.no)}`;
      case "fallback":
        return `given.${name} ${value.operator} ${this.#operand(name, value.value)}`;
      case "and":
        return `${this.#flag(value.flag)} && ${this.#operand(name, value.value)}`;
      case "asserted":
        return this.#shape.language === "ts" && value.value.kind === "literal" && value.value.text.startsWith('"')
          ? `${value.value.text} as const`
          : this.#operand(name, value.value);
      case "named":
        return this.#named(name, value.value);
    }
  }

  /** A value that needs no parentheses where it stands, for it has them. */
  #operand(name: OptionName, value: Value): string {
    const text = this.#value(name, value);
    return /^(?:[\w.]+|"[^"]*")$/.test(text) ? text : `(${text})`;
  }

  #named(option: OptionName, value: Value): string {
    const text = this.#value(option, value);
    const name = this.#name(option);
    this.#constants.push(this.#end(`const ${name} = ${text}`));
    return name;
  }

  #key(name: string, style: KeyStyle): string {
    if (style === "quoted") return `"${name}"`;
    if (style === "computed") return `["${name}"]`;
    if (style === "escaped") return `\\u{${name.codePointAt(0)!.toString(16)}}${name.slice(1)}`;
    return name;
  }

  #property(property: Property): string | undefined {
    switch (property.kind) {
      case "other":
        return property.text;
      case "option":
        return `${this.#key(property.name, property.key)}:${this.#trivia()} ${this.#value(property.name, property.value)}`;
      case "spreadGiven":
        return "...base";
      case "spreadKnown":
        return this.#objects.length > 0 ? `...${this.#objects[property.index % this.#objects.length]}` : undefined;
      case "spread": {
        const inner = this.#literal(property.entries, false);
        const flag = this.#flag(property.flag);
        if (property.style === "plain") return `...${inner}`;
        if (property.style === "and") return `...(${flag} && ${inner})`;
        return `...(${flag} ? ${inner} : ${property.style === "choice" ? "{}" : "base"})`;
      }
    }
  }

  #literal(properties: readonly Property[], isMultiline = this.#shape.layout.isMultiline): string {
    const list = properties.flatMap((property) => this.#property(property) ?? []);
    const last = this.#shape.layout.hasLastComma && list.length > 0 ? "," : "";
    const separator = isMultiline ? "\n  " : " ";
    const parts = list.map((text, index) => `${text}${this.#trivia()}${index < list.length - 1 ? "," : last}`);
    const end = isMultiline ? "\n" : " ";
    return `{${separator}${this.#trivia()}${parts.join(separator)}${end}}`;
  }

  #object({ properties, wrap }: ObjectShape): string {
    const text = this.#literal(properties);
    if (wrap === "freeze") return `Object.freeze(${text})`;
    if (wrap === "assign") return `Object.assign({}, base, ${text})`;
    return wrap === "asConst" && this.#shape.language === "ts" ? `${text} as const` : text;
  }

  #call(callee: Callee, argument: string): string {
    const text = `${callee}(${this.#trivia()}${argument}${this.#trivia()})`;
    return callee === "https.Agent" ? `new ${text}` : text;
  }

  #write(object: string, write: Write): void {
    switch (write.kind) {
      case "set":
        return this.#line(
          this.#end(`${object}.${write.name} ${write.operator} ${this.#value(write.name, write.value)}`),
        );
      case "merge":
        return this.#line(this.#end(`Object.assign(${object}, ${this.#object(write.object)})`));
      case "delete":
        return this.#line(this.#end(`delete ${object}.${write.name}`));
      case "read":
        return this.#line(this.#end(`log(${object}.${write.name})`));
      case "hand over":
        return this.#line(this.#end(`log(${object})`));
      case "unless":
        return this.#line(
          this.#end(`if (!${object}.${write.name}) ${object}.${write.name} = ${this.#value(write.name, write.value)}`),
        );
      case "if": {
        const writes = (list: readonly Write[]) => () => {
          for (const inner of list) this.#write(object, inner);
        };
        this.#block(
          `if (${this.#flag(write.flag)}) {`,
          writes(write.writes),
          write.otherwise.length > 0 ? "} else {" : "}",
        );
        if (write.otherwise.length > 0) {
          this.#indent += "  ";
          writes(write.otherwise)();
          this.#indent = this.#indent.slice(2);
          this.#line("}");
        }
      }
    }
  }

  statement(statement: Statement): void {
    const isTyped = this.#shape.language === "ts";
    const any = isTyped ? ": any" : "";
    switch (statement.kind) {
      case "call":
        return this.#line(this.#end(this.#call(statement.callee, this.#object(statement.object))));
      case "object": {
        // what is frozen cannot be written to
        const isFrozen = statement.object.wrap === "freeze" && statement.writes.length > 0;
        const text = this.#object(isFrozen ? { ...statement.object, wrap: "none" } : statement.object);
        const name = this.#name("options");
        this.#line(this.#end(`const ${name}${statement.writes.length > 0 ? any : ""} = ${text}`));
        for (const write of statement.writes) this.#write(name, write);
        for (const { callee, flag, isSpread } of statement.calls) {
          const call = this.#call(callee, isSpread ? `{ ...${name} }` : name);
          this.#line(this.#end(flag ? `if (${this.#flag(flag)}) ${call}` : call));
        }
        this.#objects.push(name);
        return;
      }
      case "wrapper":
        return this.#wrapper(statement);
      case "class": {
        const name = this.#name("Client");
        const text = this.#object(statement.object);
        if (statement.isDecorated && isTyped) {
          this.#constants.push(this.#end("const sealed = (target: unknown) => void target"));
          this.#line("@sealed");
        }
        this.#block(`class ${name} {`, () => {
          this.#line(`options${any} = ${text};`);
          this.#block("open() {", () => this.#line(this.#end(this.#call(statement.callee, "this.options"))));
        });
        return this.#line(this.#end(`new ${name}().open()`));
      }
      case "table": {
        const texts = statement.objects.map((object) => this.#object(object));
        const name = this.#name("kinds");
        this.#line(this.#end(`const ${name} = {\n  first: ${texts[0]},\n  second: ${texts[1]},\n}`));
        return this.#line(
          this.#end(this.#call(statement.callee, `${name}[${this.#flag(statement.flag)} ? "first" : "second"]`)),
        );
      }
      case "test":
        return this.#test(statement);
      case "process": {
        const { flag, text } = statement;
        return this.#line(this.#end(flag ? `if (${this.#flag(flag)}) ${text}` : text));
      }
      case "if":
        this.#block(
          `if (${this.#flag(statement.flag)}) {`,
          () => this.#scoped(statement.body),
          statement.otherwise ? "} else {" : "}",
        );
        if (!statement.otherwise) return;
        this.#indent += "  ";
        this.#scoped(statement.otherwise);
        this.#indent = this.#indent.slice(2);
        this.#line("}");
    }
  }

  /** What is declared in a block is out of reach behind it. */
  #scoped(statement: Statement): void {
    const known = this.#objects.length;
    this.statement(statement);
    this.#objects.length = known;
  }

  #wrapper({ callee, style, object, calls, isExported }: Extract<Statement, { kind: "wrapper" }>): void {
    const name = this.#name("open");
    const any = this.#shape.language === "ts" ? ": any" : "";
    const own = this.#object(object);
    const canExport = isExported && this.#shape.flagSource !== "parameters" && this.#indent === "";
    const isModule = this.#shape.language !== "cjs";
    const parameter = style === "default" ? `options${any} = ${own}` : `options${any}`;
    this.#block(`${canExport && isModule ? "export " : ""}function ${name}(${parameter}) {`, () => {
      if (style === "assign") this.#line(this.#end(`Object.assign(options, ${own})`));
      const argument =
        style === "spread first"
          ? `{ ...options, ...${own} }`
          : style === "spread last"
            ? `{ ...${own}, ...options }`
            : "options";
      this.#line(this.#end(`return ${this.#call(callee, argument)}`));
    });
    if (style === "default") this.#line(this.#end(`${name}()`));
    for (const call of calls) this.#line(this.#end(`${name}(${this.#object(call)})`));
    if (canExport && !isModule) this.#line(this.#end(`exports.${name} = ${name}`));
  }

  #test({ callee, object, asserts }: Extract<Statement, { kind: "test" }>): void {
    const text = this.#object(object);
    this.#block(
      `it("speaks TLS", () => {`,
      () => {
        if (asserts === "throws") {
          this.#line(this.#end(`assert.throws(() => ${this.#call(callee, text)})`));
          return;
        }
        const name = this.#name("options");
        this.#line(this.#end(`const ${name}${this.#shape.language === "ts" ? ": any" : ""} = ${text}`));
        this.#line(this.#end(this.#call(callee, name)));
        const asserted = object.properties.findLast(
          (property) => property.kind === "option" && property.name === asserts,
        );
        const expected =
          asserted?.kind === "option" && asserted.value.kind === "literal" ? asserted.value.text : "undefined";
        this.#line(this.#end(`assert.equal(${name}.${asserts}, ${expected})`));
      },
      this.#end("})"),
    );
  }
}
