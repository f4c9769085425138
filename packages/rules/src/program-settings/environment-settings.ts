import { removalOf } from "../edits/removal.js";
import { optionsVariable, verificationVariable } from "../other-files/watched-variables.js";
import type { FileView } from "../source/program/file-view.js";
import { standsIn } from "../source/program/view-at.js";
import { isInRange } from "../source/program/walk.js";
import { type EnvironmentWrite, findEnvironmentWrites } from "../source/sites/environment.js";
import type { ProgramSetting } from "./program-setting.js";
import { writtenTexts } from "./written-text.js";

/** What a program puts into the environment of processes, besides the switch that rules ask for themselves. */
export function settingsOfEnvironment(program: FileView): readonly ProgramSetting[] {
  return findEnvironmentWrites(program)
    .filter(({ name, node }) => name !== verificationVariable && standsIn(program, node))
    .flatMap((write) => settingsOfWrite(program, write));
}

function settingsOfWrite(program: FileView, write: EnvironmentWrite): readonly ProgramSetting[] {
  const { name, node, certainty, isOwn } = write;
  const texts = writtenTexts(program, write.value);
  return texts.map(({ source: value, pieces, node: text, guard }) => {
    const isInline = isInRange(text, node);
    const removal = isInline && texts.length === 1 ? removalOf(program, node) : undefined;
    const editable = isInline ? [...pieces, ...(removal ?? []).map(({ range }) => range)] : [];
    return {
      setting: { kind: "variable", name, value, range: node.range, removal, certainty, guard: undefined },
      node,
      guard: guard ?? write.guard,
      editable,
      // pg asks for its variable when it connects
      isInherited: isOwn && name === optionsVariable,
    };
  });
}
