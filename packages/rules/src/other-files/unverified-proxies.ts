import type { Setting } from "../setting.js";
import { SourceText } from "../source-text.js";
import { readJsonString } from "./json-string.js";
import type { JsonNode } from "./json-tree.js";

/** `{ "target": "https://…", "secure": false }`, as Angular and webpack take their proxies from JSON, wherever it stands. */
export function unverifiedProxies(file: string, node: JsonNode): readonly Setting[] {
  switch (node.kind) {
    case "array":
      return node.elements.flatMap((element) => unverifiedProxies(file, element));
    case "object":
      return [...proxyIn(file, node), ...node.members.flatMap(({ value }) => unverifiedProxies(file, value))];
    default:
      return [];
  }
}

function proxyIn(file: string, { members }: Extract<JsonNode, { kind: "object" }>): readonly Setting[] {
  const [secure, server] = ["secure", "target"].map((name) => members.find((member) => member.name === name));
  if (!secure || server?.value.kind !== "string" || file.slice(...secure.value.range) !== "false") return [];
  const target = readJsonString(file, server.value.range).text;
  if (!/^(?:https|wss):\/\//i.test(target)) return [];
  const value = SourceText.verbatim(file, secure.value.range);
  return [
    { kind: "proxy", target, value, range: secure.range, removal: undefined, certainty: "proven", guard: undefined },
  ];
}
