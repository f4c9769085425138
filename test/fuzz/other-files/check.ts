import { isDeepStrictEqual, parseEnv } from "node:util";
import { type MendedText, mendText, VerificationError } from "tls-codemod";
import { type Grade, resolveSettings } from "tls-rules";
import { otherFileKind } from "tls-rules/other-files/candidates";
import { parse as parseYaml } from "yaml";
import { otherTextReader } from "../../../codemods/src/engine/reading/read-other-text.js";
import { withEdits } from "../../harness/with-edits.js";
import type { Fault } from "../check/faults.js";
import { overlapFaults } from "../check/texts.js";
import { dockerfileMeaning } from "./dockerfile-meaning.js";
import type { OtherFile } from "./grammar.js";
import { traceScript } from "./shell-run.js";

const settings = resolveSettings({ level: "note" });

const steps: readonly (readonly Grade[])[] = [["fix"], ["fix", "upgrade"], ["fix", "upgrade", "ask"]];

/** Mends a file at each level of grades and holds every law that such a mend is under. */
export function examineOther({ path, text }: OtherFile): readonly Fault[] {
  return steps.flatMap((grades) => {
    const mended = mend(path, text, grades);
    if (!mended) return [];
    if (!("edits" in mended)) return [mended];
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const found = [
      ...overlapFaults(mended.edits),
      ...(mark + withEdits(text.slice(mark.length), mended.edits) === mended.text
        ? []
        : [{ law: "every byte outside the edits is as it was", detail: "" }]),
      ...secondRunFaults(path, mended.text, grades),
      ...(mended.text === text ? [] : meaningFaults(path, text, mended.text)),
    ];
    return found.map(({ law, detail }) => ({ law, detail: `${grades.at(-1)}: ${detail}\n--- after\n${mended.text}` }));
  });
}

/** Undefined for a text that is no file of its kind. */
function mend(path: string, text: string, grades: readonly Grade[]): MendedText | Fault | undefined {
  try {
    return mendText(path, text, settings, { grades, read: otherTextReader(undefined) });
  } catch (error) {
    if (error instanceof SyntaxError) return;
    const law =
      error instanceof VerificationError
        ? "edits come to an end, and their result is verified"
        : "no text makes the tool fail";
    return { law, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function secondRunFaults(path: string, text: string, grades: readonly Grade[]): readonly Fault[] {
  const again = mend(path, text, grades);
  if (!again) return [{ law: "the result can be read", detail: "" }];
  if (!("edits" in again)) return [again];
  return again.edits.length === 0 ? [] : [{ law: "a second run is silent", detail: again.text }];
}

type Meaning = (text: string) => unknown;

/** What a file says besides what the tool is there to take out, read by others than the tool. */
const meanings: Readonly<Partial<Record<NonNullable<ReturnType<typeof otherFileKind>>, Meaning>>> = {
  shell: traceScript,
  dockerfile: dockerfileMeaning,
  dotenv: (text) => plain(parseEnv(text.replace(/^\uFEFF/, ""))),
  "package-json": (text) => plain(JSON.parse(text)),
  "github-workflow": (text) => plain(parseYaml(text)),
  "gitlab-ci": (text) => plain(parseYaml(text, { merge: true })),
  compose: (text) => plain(parseYaml(text)),
};

function meaningFaults(path: string, before: string, after: string): readonly Fault[] {
  const meaning = meanings[otherFileKind(path)!];
  if (!meaning) return [];
  const old = meaning(before);
  const now = meaningOrError(meaning, after);
  if (isDeepStrictEqual(now, old)) return [];
  return [{ law: "the rest of a file means what it meant", detail: `${shown(old)}\nbecame\n${shown(now)}` }];
}

function meaningOrError(meaning: Meaning, text: string): unknown {
  try {
    return meaning(text);
  } catch (error) {
    return String(error);
  }
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const watched = /^(?:NODE_TLS_REJECT_UNAUTHORIZED|npm_config_strict_ssl|NODE_OPTIONS|strict-ssl)$/i;

const scriptKeys: ReadonlySet<string> = new Set(["run", "start", "test", "build", "command", "script"]);

/** A tree without the settings that the tool is about and what is empty without them; scripts as what they do. */
function plain(value: unknown, key = ""): unknown {
  if (typeof value === "string") return scriptKeys.has(key) ? traceScript(`${value}\n`) : value;
  if (Array.isArray(value))
    return value.filter((item) => scriptKeys.has(key) || !isWatched(item)).map((item) => plain(item, key));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !watched.test(name))
    .map(([name, part]) => [name, plain(part, name)] as const);
  return Object.fromEntries(entries.filter(([, part]) => !isEmpty(part)));
}

function isWatched(item: unknown): boolean {
  return watched.test(String(item).split("=", 1)[0]!);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}
