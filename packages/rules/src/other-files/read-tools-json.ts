import type { Setting } from "../setting.js";
import { jsonSettings } from "./json-settings.js";
import type { JsonNode } from "./json-tree.js";
import { nodeConfigFlags } from "./node-config.js";
import { unverifiedProxies } from "./unverified-proxies.js";

const script = /(?:^|\/)(?:command|exec|start|build|buildCommand|installCommand|devCommand|\w+Command(?:\/\w+)?)$/;
const words =
  /(?:^|\/)(?:runtimeArgs|args|command|entryPoint|execArgv|exec_args|execArgs|node_args|nodeArgs|interpreter_args|interpreterArgs|\w+Command)$/;

/** What the JSON of an editor, a container, a service or a development server sets: variables by their name, commands, flags for Node, proxies. */
export function readToolsJson(file: string, root: JsonNode): readonly Setting[] {
  return [
    ...jsonSettings(file, root, { isScript: (path) => script.test(path), isCommand: (path) => words.test(path) }),
    ...nodeConfigFlags(file, root),
    ...unverifiedProxies(file, root),
  ];
}
