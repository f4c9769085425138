import { traceScript } from "./shell-run.js";

const watched = /^(?:NODE_TLS_REJECT_UNAUTHORIZED|npm_config_strict_ssl|NODE_OPTIONS)$/i;

/** What a Dockerfile does, instruction by instruction, without what the tool is there to take out. */
export function dockerfileMeaning(text: string): readonly unknown[] {
  return instructionsIn(text).flatMap(({ word, rest }) => {
    if (word === "ENV" || word === "ARG") return namesIn(rest);
    if (word === "RUN") return [traceScript(scriptOf(rest))];
    return word === "ONBUILD"
      ? []
      : [`${word} ${rest.replaceAll(/"--tls-[^"]*", |NODE_TLS_REJECT_UNAUTHORIZED=0 /g, "")}`];
  });
}

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** Comments may stand between continued lines; a here-document ends with its own word. */
function instructionsIn(text: string): readonly Instruction[] {
  const joined = text
    .replaceAll(/\r\n/g, "\n")
    .replaceAll(/^\s*#.*\n/gm, "")
    .replaceAll(/\\\n/g, " ");
  return [...joined.matchAll(/^(?<word>[A-Z]+) (?<rest><<EOF\n[^]*?^EOF$|.*)/gm)].map(({ groups }) => ({
    word: groups!["word"]!,
    rest: groups!["rest"]!,
  }));
}

function scriptOf(rest: string): string {
  return rest.replace(/^<<EOF\n/, "").replace(/\nEOF$/, "\n");
}

/** Both forms, `NAME=value NAME=value` and `NAME value`. */
function namesIn(rest: string): readonly string[] {
  const names = [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name!);
  return (names.length > 0 ? names : [rest.split(" ", 1)[0]!]).filter((name) => !watched.test(name));
}
