import { hasTriggerWord } from "tls-rules";
import { isCPath } from "tls-rules/c/candidates";
import { otherFileKind } from "tls-rules/other-files/candidates";
import { isPythonPath } from "tls-rules/python/candidates";
import type { LoadedPlan } from "../judging/load-plan.js";
import { isMarkdown } from "../text/code-blocks.js";
import { isScriptHost } from "../text/script-hosts.js";
import { type OpenText, programReader } from "./read-program.js";
import { scriptsReader } from "./read-scripts.js";
import type { ReadText } from "./reading.js";

/** How files of one kind are read. */
export interface Reader {
  /** Whether a text may hold a finding at all. */
  isWorthReading(text: string): boolean;
  readonly read: ReadText;
  /** Whether a comment can be put anywhere in front of a finding. */
  readonly canBeMarked: boolean;
}

/** The reader for a path, where `open` parses programs; the parsers of other files are loaded with the first of them. */
export async function readerFor(
  path: string,
  loaded: Pick<LoadedPlan, "plan" | "rules">,
  open: OpenText,
): Promise<Reader> {
  const { plan, rules } = loaded;
  if (isPythonPath(path)) return (await import("./read-python.js")).pythonReaderOf(plan.rules);
  if (isCPath(path)) return (await import("./read-c.js")).cReaderOf(plan.rules, path);
  if (isMarkdown(path))
    return (await import("./read-code-blocks.js")).codeBlockReader((name) => readerFor(name, loaded, open));
  if (isScriptHost(path))
    return { isWorthReading: hasTriggerWord, read: scriptsReader(rules, open), canBeMarked: false };
  if (!otherFileKind(path))
    return { isWorthReading: hasTriggerWord, read: programReader(rules, open), canBeMarked: true };
  const [{ hasOtherFileTriggerWord }, { otherTextReader }] = await Promise.all([
    import("tls-rules/other-files/candidates"),
    import("./read-other-text.js"),
  ]);
  return { isWorthReading: hasOtherFileTriggerWord, read: otherTextReader(plan.rules), canBeMarked: false };
}
