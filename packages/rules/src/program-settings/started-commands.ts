import type { TSESTree } from "@typescript-eslint/types";
import { setByCmdExe } from "../other-files/cmd-exe.js";
import type { CommandWord } from "../other-files/command-line.js";
import { settingsOfCommand, settingsOfScript } from "../other-files/command-settings.js";
import { shellCommandLines } from "../other-files/shell/shell-command-lines.js";
import type { Setting } from "../setting.js";
import { guardAround } from "../source/guards/guards.js";
import type { Call, FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { isInRange } from "../source/program/walk.js";
import { isLookAlike } from "../source/sites/look-alikes.js";
import { guardOfCallers } from "../source/values/call-contexts.js";
import { membersNamed, membersOf } from "../source/values/module-bindings.js";
import { expressionsAt } from "../source/values/nested-objects.js";
import { namesOfStarters, type StartedAs, startedBy } from "../source/values/process-starters.js";
import { propertyName } from "../source/values/property-name.js";
import { knownValue } from "../source/values/static-value.js";
import { SourceText } from "../source-text.js";
import { listedWords } from "./listed-words.js";
import type { ProgramSetting } from "./program-setting.js";
import { writtenInTemplate, type WrittenText, writtenTexts, writtenWord } from "./written-text.js";

/** What the commands set that a program starts, or hands to a tool that does. */
export function settingsOfCommands(program: FileView): readonly ProgramSetting[] {
  return [
    ...program.calls.flatMap((call) => ofCall(program, call)),
    ...templates(program).flatMap((template) => ofTemplate(program, template)),
    ...program.objects.flatMap((object) => ofObject(program, object)),
  ];
}

function ofCall(program: FileView, call: Call): readonly ProgramSetting[] {
  const [first, second] = call.arguments;
  if (!first || first.type === "SpreadElement") return [];
  switch (startOf(program, call)) {
    case "script":
      return ofScripts(program, call, first);
    case "words": {
      const list = second && second.type !== "SpreadElement" ? ofList(program, call, first, second) : [];
      return isShell(program, call) ? [...list, ...ofScripts(program, call, first)] : list;
    }
    default:
      return [];
  }
}

function startOf(program: FileView, { callee }: Call): StartedAs | undefined {
  if (isCypress(program, callee)) return "script";
  for (const member of membersNamed(program, callee, namesOfStarters)) {
    const as = startedBy(member);
    if (as) return as;
  }
  return;
}

/** `cy.exec("command")`. */
function isCypress(program: FileView, callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && program.textOf(callee) === "cy.exec" && program.isGlobal(callee.object);
}

/** Whether the option `shell` of a call is on, or the name of one. */
function isShell(program: FileView, { arguments: [, ...others] }: Call): boolean {
  return others.some(
    (argument) =>
      argument.type !== "SpreadElement" &&
      expressionsAt(program, argument, ["shell"]).some(({ program: view, value }) => Boolean(knownValue(view, value))),
  );
}

/** Linux starts no command with a longer argument. */
const longestScript = 131_072;

function ofScripts(program: FileView, place: TSESTree.Node, expression: TSESTree.Node): readonly ProgramSetting[] {
  return writtenTexts(program, expression).flatMap((text) => ofScript(program, place, text));
}

function ofScript(
  program: FileView,
  place: TSESTree.Node,
  { source, pieces, node, guard }: WrittenText,
): readonly ProgramSetting[] {
  if (source.text.length > longestScript) return [];
  const editable = isInRange(node, place) ? pieces : [];
  const ofWindows = shellCommandLines(source).flatMap((line) => setByCmdExe(program.file.text, line));
  return [...settingsOfScript(source), ...ofWindows].map((setting) => ({
    setting,
    node,
    guard: guard ?? guardAround(program, node) ?? guardOfCallers(program, place),
    editable,
  }));
}

function ofList(
  program: FileView,
  place: TSESTree.Node,
  file: TSESTree.Node,
  list: TSESTree.Node,
): readonly ProgramSetting[] {
  return listedWords(program, list, programWord(program, file)).flatMap(({ line, node, guard }) =>
    settingsOfCommand(line).map((setting) => ({
      setting,
      node,
      guard: guard ?? guardAround(program, node) ?? guardOfCallers(program, place),
      editable: isInRange(node, place) ? [node.range] : [],
    })),
  );
}

/** The program that is started: `node` where it is the one that runs. */
function programWord(program: FileView, expression: TSESTree.Node): CommandWord {
  const { range } = expression;
  const isNode = membersOf(program, expression).some(
    ({ module, path }) => module === "process" && /^(execPath|argv0|argv\.0)$/.test(path.join(".")),
  );
  const node = () =>
    SourceText.of(
      "node".split("").map((text) => ({ text, range })),
      range[1],
    );
  return { value: isNode ? node() : writtenWord(program, expression), range };
}

/** Template literals behind a tag. */
function templates(program: FileView): readonly TSESTree.TaggedTemplateExpression[] {
  return program.file.text.includes("$")
    ? program.nodes.filter((node) => node.type === "TaggedTemplateExpression")
    : [];
}

const zxScript = /^#!.*\bzx\b/;

function ofTemplate(program: FileView, template: TSESTree.TaggedTemplateExpression): readonly ProgramSetting[] {
  const tag = unwrap(template.tag);
  const isGlobal =
    tag.type === "Identifier" && tag.name === "$" && program.isGlobal(tag) && zxScript.test(program.file.text);
  const isScript = isGlobal || membersOf(program, tag).some((member) => startedBy(member) === "script");
  return isScript ? ofScript(program, template, writtenInTemplate(program, template.quasi)) : [];
}

/** What stands beside a command that is shown to people. */
const shown = /^(description|summary|title|label|usage|examples?|help|text)$/i;

/** `{ command: "X=0 node a.js" }` and `{ command: "node", args: [...] }`, as tools take what they are to start. */
function ofObject(program: FileView, object: TSESTree.ObjectExpression): readonly ProgramSetting[] {
  const members = new Map(
    object.properties.flatMap((property) =>
      property.type === "Property" ? [[propertyName(program, property) ?? "", property.value] as const] : [],
    ),
  );
  const command = members.get("command") ?? members.get("cmd");
  if (!command || [...members.keys()].some((name) => shown.test(name)) || isLookAlike(program, object)) return [];
  const args = members.get("args");
  const found = args ? ofList(program, object, command, args) : ofScripts(program, object, command);
  return found.map((each) => ({ ...each, setting: likely(each.setting) }));
}

function likely(setting: Setting): Setting {
  return { ...setting, certainty: "likely" };
}
