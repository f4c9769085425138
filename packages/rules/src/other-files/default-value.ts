import type { SourceText } from "../source-text.js";

/** A value that comes into force unless somebody sets another one. */
export interface DefaultValue {
  readonly value: SourceText;
  /** When it does. */
  readonly guard: string;
}

const ofVariable = /^\$\{(?<name>\w+):?[-=](?<value>[^{}$]*)\}$/d;
const ofExpression = /^\$\{\{(?<condition>[^{}|]*)(?:\|\|[ \t]*'(?<otherwise>[^'{}]*)')[ \t]*\}\}$/d;
const chosen = /^(?<condition>.*)&&[ \t]*'(?<value>[^']*)'[ \t]*$/ds;

/**
 * The value behind `:-` in `${NAME:-0}` (POSIX.1-2024, 2.6.2), which compose files and shells take where the variable is not set;
 * the last operand of `${{ condition && '1' || '0' }}` in a workflow.
 * @param written the whole value as the file has it, without quotes.
 */
export function defaultValueIn(written: SourceText): DefaultValue | undefined {
  const variable = ofVariable.exec(written.text);
  if (variable)
    return {
      value: written.slice(...variable.indices!.groups!["value"]!),
      guard: `${variable.groups!["name"]} is not set`,
    };
  const expression = ofExpression.exec(written.text);
  if (!expression) return;
  const choice = chosen.exec(expression.groups!["condition"]!);
  const condition = (choice?.groups!["condition"] ?? expression.groups!["condition"]!).trim();
  if (choice?.groups!["value"] === "0") {
    const [start, end] = choice.indices!.groups!["value"]!;
    return { value: written.slice(start + "${{".length, end + "${{".length), guard: condition };
  }
  return { value: written.slice(...expression.indices!.groups!["otherwise"]!), guard: `!(${condition})` };
}
