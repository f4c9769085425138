import type { Edit, Level, MendableGrade } from "../../finding.js";
import type { Settings } from "../../settings.js";
import type { Setting } from "../setting.js";
import type { Range } from "../source-text.js";

/** What the rules for files besides programs say of themselves, as those of tls-rules do in `meta`. */
export interface OtherFileRule {
  readonly name: string;
  /** The kind of settings that it judges. */
  readonly judges: Setting["kind"];
  /** One line that completes "Rule to ...". */
  readonly description: string;
  /** The grades that its findings may have, besides `manual`. */
  readonly grades: readonly MendableGrade[];
  readonly references: readonly string[];
  /** With `{{placeholders}}` for the data. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What a rule reports of a setting. */
export interface Report {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly range: Range;
  readonly level: Level;
  readonly grade: MendableGrade;
  /** Undefined or empty where a person has to act. */
  readonly edits: readonly Edit[] | undefined;
  /** One sentence that says what the edits do. */
  readonly remedy: string;
}

/** A rule with its one question. */
export interface JudgingRule extends OtherFileRule {
  judge(setting: Setting, settings: Settings): readonly Report[];
}
