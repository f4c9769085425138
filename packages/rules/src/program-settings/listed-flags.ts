import type { TSESTree } from "@typescript-eslint/types";
import { removalOf } from "../edits/removal.js";
import type { Edit } from "../finding.js";
import type { CommandLine } from "../other-files/command-line.js";
import { flagsIn } from "../other-files/node-flags.js";
import { commandLineOf } from "../other-files/node-options.js";
import { guardAround } from "../source/guards/guards.js";
import type { Call, FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { isInRange } from "../source/program/walk.js";
import { isLookAlike } from "../source/sites/look-alikes.js";
import { guardOfCallers } from "../source/values/call-contexts.js";
import { membersOf } from "../source/values/module-bindings.js";
import { propertyName } from "../source/values/property-name.js";
import type { Range } from "../source-text.js";
import { addedWords, listedWords } from "./listed-words.js";
import type { ProgramSetting } from "./program-setting.js";
import { writtenTexts } from "./written-text.js";

/** Properties under which flags of Node are handed on: by Node itself, PM2, execa, AVA and editors. */
const names = /^(execArgv|node_?args|interpreter_?args|nodeOptions|nodeArguments|runtimeArgs)$/i;

/** Flags of Node that a program hands to what it starts, as a list or as one text. */
export function settingsOfFlags(program: FileView): readonly ProgramSetting[] {
  return [
    ...program.objects.flatMap((object) =>
      object.properties.flatMap((property) => {
        if (property.type !== "Property" || !names.test(propertyName(program, property) ?? "")) return [];
        return isLookAlike(program, object) ? [] : ofProperty(program, property);
      }),
    ),
    ...program.assignments.flatMap((assignment) =>
      isFlagList(program, assignment.left) ? ofValue(program, assignment, assignment.right, undefined) : [],
    ),
    ...program.calls.flatMap((call) => (isAddition(program, call) ? ofAddition(program, call) : [])),
  ];
}

/** `process.execArgv`, which every process gets that is forked from then on, and `options.execArgv`. */
function isFlagList(program: FileView, node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && names.test(propertyName(program, node) ?? "");
}

/** `process.execArgv.push("--tls-min-v1.0")`. */
function isAddition(program: FileView, call: Call): call is TSESTree.CallExpression {
  const callee = unwrap(call.callee);
  return (
    call.type === "CallExpression" &&
    callee.type === "MemberExpression" &&
    /^(?:push|unshift)$/.test(propertyName(program, callee) ?? "") &&
    isFlagList(program, unwrap(callee.object))
  );
}

function ofAddition(program: FileView, call: TSESTree.CallExpression): readonly ProgramSetting[] {
  return toSettings(program, call, {
    line: addedWords(program, call),
    node: call,
    guard: undefined,
    pieces: call.arguments.length > 0 ? [[call.arguments[0]!.range[0], call.arguments.at(-1)!.range[1]]] : [],
  });
}

function ofProperty(program: FileView, property: TSESTree.Property): readonly ProgramSetting[] {
  return ofValue(program, property, property.value, () => removalOf(program, property));
}

function ofValue(
  program: FileView,
  place: TSESTree.Node,
  value: TSESTree.Node,
  removal: (() => readonly Edit[] | undefined) | undefined,
): readonly ProgramSetting[] {
  const lists = listedWords(program, value).map(({ line, node, guard }) => ({
    line,
    node,
    guard,
    pieces: [node.range],
  }));
  const texts = writtenTexts(program, value).map(({ source, node, guard, pieces }) => {
    const removed = isInRange(node, place) ? removal?.() : undefined;
    const line = commandLineOf({ value: source, guard: undefined, removal: removed });
    return { line, node, guard, pieces: [...pieces, ...(removed ?? []).map(({ range }) => range)] };
  });
  return [...lists, ...texts].flatMap((each) => toSettings(program, place, each));
}

interface Found extends Pick<ProgramSetting, "node" | "guard"> {
  readonly line: CommandLine;
  readonly pieces: readonly Range[];
}

/** Flags of the whole process, which a worker does not start with. */
const ofProcess = /^--(?:tls-cipher-list|openssl-legacy-provider)$/;

function toSettings(
  program: FileView,
  place: TSESTree.Node,
  { line, node, guard, pieces }: Found,
): readonly ProgramSetting[] {
  const isWorker = isOfWorker(program, place);
  const flags = flagsIn(line).filter(({ name }) => !isWorker || !ofProcess.test(name));
  if (flags.length === 0) return [];
  return [
    {
      setting: { kind: "node-flags", flags, certainty: "proven", guard: undefined },
      node,
      guard: guard ?? guardAround(program, place) ?? guardOfCallers(program, place),
      editable: isInRange(node, place) ? pieces : [],
    },
  ];
}

function isOfWorker(program: FileView, { parent }: TSESTree.Node): boolean {
  const call = parent?.parent ? unwrap(parent.parent) : undefined;
  return (
    call?.type === "NewExpression" && membersOf(program, call.callee).some(({ module }) => module === "worker_threads")
  );
}
