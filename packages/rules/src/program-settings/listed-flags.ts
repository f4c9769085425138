import type { TSESTree } from "@typescript-eslint/types";
import { removalOf } from "../edits/removal.js";
import type { CommandLine } from "../other-files/command-line.js";
import { flagsIn } from "../other-files/node-flags.js";
import { commandLineOf } from "../other-files/node-options.js";
import { guardAround } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { isInRange } from "../source/program/walk.js";
import { isLookAlike } from "../source/sites/look-alikes.js";
import { guardOfCallers } from "../source/values/call-contexts.js";
import { membersOf } from "../source/values/module-bindings.js";
import { propertyName } from "../source/values/property-name.js";
import type { Range } from "../source-text.js";
import { listedWords } from "./listed-words.js";
import type { ProgramSetting } from "./program-setting.js";
import { writtenTexts } from "./written-text.js";

/** Properties under which flags of Node are handed on: by Node itself, PM2, execa, AVA and editors. */
const names = /^(execArgv|node_?args|interpreter_?args|nodeOptions|nodeArguments|runtimeArgs)$/i;

/** Flags of Node that a program hands to what it starts, as a list or as one text. */
export function settingsOfFlags(program: FileView): readonly ProgramSetting[] {
  return program.objects.flatMap((object) =>
    object.properties.flatMap((property) => {
      if (property.type !== "Property" || !names.test(propertyName(program, property) ?? "")) return [];
      return isLookAlike(program, object) ? [] : ofProperty(program, property);
    }),
  );
}

function ofProperty(program: FileView, property: TSESTree.Property): readonly ProgramSetting[] {
  const lists = listedWords(program, property.value).map(({ line, node, guard }) => ({
    line,
    node,
    guard,
    pieces: [node.range],
  }));
  const texts = writtenTexts(program, property.value).map(({ source, node, guard, pieces }) => {
    const removal = isInRange(node, property) ? removalOf(program, property) : undefined;
    const line = commandLineOf({ value: source, guard: undefined, removal });
    return { line, node, guard, pieces: [...pieces, ...(removal ?? []).map(({ range }) => range)] };
  });
  return [...lists, ...texts].flatMap((each) => toSettings(program, property, each));
}

interface Found extends Pick<ProgramSetting, "node" | "guard"> {
  readonly line: CommandLine;
  readonly pieces: readonly Range[];
}

/** Flags of the whole process, which a worker does not start with. */
const ofProcess = /^--(?:tls-cipher-list|openssl-legacy-provider)$/;

function toSettings(
  program: FileView,
  property: TSESTree.Property,
  { line, node, guard, pieces }: Found,
): readonly ProgramSetting[] {
  const isWorker = isOfWorker(program, property);
  const flags = flagsIn(line).filter(({ name }) => !isWorker || !ofProcess.test(name));
  if (flags.length === 0) return [];
  return [
    {
      setting: { kind: "node-flags", flags, certainty: "proven", guard: undefined },
      node,
      guard: guard ?? guardAround(program, property) ?? guardOfCallers(program, property),
      editable: isInRange(node, property) ? pieces : [],
    },
  ];
}

function isOfWorker(program: FileView, { parent }: TSESTree.Property): boolean {
  const call = parent?.parent ? unwrap(parent.parent) : undefined;
  return (
    call?.type === "NewExpression" && membersOf(program, call.callee).some(({ module }) => module === "worker_threads")
  );
}
