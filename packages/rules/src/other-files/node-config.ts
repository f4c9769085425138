import { removeItems } from "../edits/text-edits.js";
import type { Flag, Setting } from "../setting.js";
import { SourceText } from "../source-text.js";
import { readJsonString } from "./json-string.js";
import type { JsonMember, JsonNode } from "./json-tree.js";
import { isWatchedFlag } from "./node-flags.js";

/** The flags under `nodeOptions` of a node.config.json (https://nodejs.org/api/cli.html#--experimental-config-fileconfig). */
export function nodeConfigFlags(file: string, root: JsonNode): readonly Setting[] {
  if (root.kind !== "object") return [];
  const options = root.members.find(({ name }) => name === "nodeOptions")?.value;
  if (options?.kind !== "object") return [];
  const flags = options.members.flatMap((member, index) => flagOf(file, options.members, member, index));
  return flags.length > 0 ? [{ kind: "node-flags", flags, certainty: "proven", guard: undefined }] : [];
}

function flagOf(
  file: string,
  members: readonly JsonMember[],
  { name, value, range }: JsonMember,
  index: number,
): readonly Flag[] {
  const flag = `--${name}`;
  const isText = value.kind === "string";
  if (!isWatchedFlag(flag) || (!isText && file.slice(...value.range) !== "true")) return [];
  const removal = removeItems(
    file,
    members.map((each) => each.range),
    index,
    index + 1,
  );
  // a key is no flag that another one could be written for
  const word = SourceText.of(
    flag.split("").map((text) => ({ text, range })),
    range[1],
  );
  return [{ name: flag, value: isText ? readJsonString(file, value.range) : undefined, word, range, removal }];
}
