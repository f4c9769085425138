import type { PythonContext } from "../../define-rule.js";
import { isImportOf } from "../../python/clients/calls.js";
import { tellingOptions } from "../../python/clients/telling-options.js";
import { enclosingClass } from "../../python/program/classes.js";
import { dictionaryEntries } from "../../python/program/dictionaries.js";
import { argumentsOf, dottedName, type PyModule } from "../../python/program/module.js";
import { stringValue } from "../../python/program/strings.js";
import { descendants, field, type PyNode, textOf } from "../../python/program/tree.js";
import { onlyValue } from "../../python/program/values.js";
import { placeOf, type PythonProgram } from "../../python/python-program.js";
import { isTestPath } from "../../test-paths.js";

/** What the rule about certificates says of options that a program declares for those who use it. */
export const declaredOptionMessages = {
  declaredUnverified:
    "`{{code}}` has whoever uses it accept any certificate unless they ask for more, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Let it verify by default.",
} as const;

/** An option that a program declares, and what it is where nobody says anything; undefined for a flag, which is off then. */
interface Declared {
  readonly name: string;
  readonly shown: PyNode;
  readonly fallback: PyNode | undefined;
}

/** Options by telling names that verify nothing unless told to: of Ansible's modules, of click's commands, and of models of settings. */
export function checkDeclaredOptions(
  { module }: PythonProgram,
  { report }: PythonContext<typeof declaredOptionMessages, never>,
): void {
  // what a test declares has no users
  if (isTestPath(module.path)) return;
  for (const { name, shown, fallback } of [...ofAnsible(module), ...ofClick(module), ...ofModels(module)]) {
    const weak = tellingOptions.find(({ keyword, within }) => keyword === name && within === undefined)?.weak;
    const only = fallback && onlyValue(fallback, module);
    const value = fallback ? (only?.kind === "literal" ? only.value : undefined) : false;
    if (value === undefined || !weak?.includes(value)) continue;
    report({
      at: { ...placeOf(shown, []), isDefault: true, isLikely: true },
      messageId: "declaredUnverified",
      data: { code: textOf(shown, module.text).slice(0, 80) },
      level: "error",
    });
  }
}

/** `validate_certs=dict(type="bool", default=False)`, in whatever is handed to `AnsibleModule`. */
function ofAnsible(module: PyModule): readonly Declared[] {
  if (!isImportOf("ansible", module)) return [];
  return [...descendants(module.tree)].flatMap((node): readonly Declared[] => {
    if (node.type !== "keyword_argument" && node.type !== "pair") return [];
    const key = field(node, node.type === "pair" ? "key" : "name")!;
    const entries = dictionaryEntries(field(node, "value"), module);
    const fallback = entries?.get("default")?.value;
    if (!fallback || !entries?.has("type")) return [];
    const name = node.type === "pair" ? stringValue(key, module.text) : textOf(key, module.text);
    return name === undefined ? [] : [{ name, shown: node, fallback }];
  });
}

/** `@click.option("--verify-ssl/--no-verify-ssl", default=False)`. */
function ofClick(module: PyModule): readonly Declared[] {
  return module.calls.flatMap((call): readonly Declared[] => {
    if (!/^(?:\w*click)\.option$/.test(dottedName(field(call, "function"), module) ?? "")) return [];
    const { positional, keywords } = argumentsOf(call, module);
    const names = positional.flatMap((each) => stringValue(each, module.text) ?? []);
    const isFlag = keywords.has("is_flag") || names.some((name) => name.includes("/"));
    const fallback = field(keywords.get("default"), "value");
    if (!fallback && !isFlag) return [];
    const long = names.find((name) => !name.startsWith("-")) ?? names.find((name) => name.startsWith("--"));
    const name = long?.split("/")[0]?.trim().replace(/^--/, "").replaceAll("-", "_");
    return name === undefined ? [] : [{ name, shown: call, fallback }];
  });
}

/** `verify_ssl: bool = Field(default=False)` of a model of pydantic's, and of a dataclass. */
function ofModels(module: PyModule): readonly Declared[] {
  return module.assignments.flatMap((assignment): readonly Declared[] => {
    const [left, value] = [field(assignment, "left"), field(assignment, "right")];
    const owner = enclosingClass(assignment);
    const isField = field(assignment, "type") !== undefined && left?.type === "identifier";
    if (!isField || !value || !owner || assignment.parent?.parent?.parent !== owner || !isModel(owner, module))
      return [];
    const fallback = fieldDefault(value, module);
    return fallback ? [{ name: textOf(left, module.text), shown: assignment, fallback }] : [];
  });
}

function isModel(owner: PyNode, { text }: PyModule): boolean {
  const bases = field(owner, "superclasses");
  const decorated = owner.parent?.type === "decorated_definition" ? owner.parent : undefined;
  return (
    (bases !== undefined && /\b(?:BaseSettings|BaseModel)\b/.test(textOf(bases, text))) ||
    (decorated?.children.some((child) => child.type === "decorator" && /\bdataclass\b/.test(textOf(child, text))) ??
      false)
  );
}

function fieldDefault(value: PyNode, module: PyModule): PyNode | undefined {
  if (value.type !== "call") return value;
  if (!/(?:^|\.)[Ff]ield$/.test(textOf(field(value, "function")!, module.text))) return undefined;
  const { positional, keywords } = argumentsOf(value, module);
  return field(keywords.get("default"), "value") ?? positional[0];
}
