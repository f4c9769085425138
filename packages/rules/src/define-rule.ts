import type { TSESTree } from "@typescript-eslint/types";
import type { AttackName, ViolationSubject } from "tls-policy";
import type { OpenSslCall } from "./c/openssl-call.js";
import type { Mend, Mender } from "./edits/mend.js";
import type { Level, MendableGrade } from "./finding.js";
import type { OptionName } from "./option-names.js";
import type { PlaceInPython, PythonProgram, PythonQuestion } from "./python/python-program.js";
import type { SiteVerdict } from "./rules/shared/verdicts.js";
import type { Offence, RuntimeViolation } from "./rules/shared/violations.js";
import type { Setting } from "./setting.js";
import type { Settings } from "./settings.js";
import type { Guard } from "./source/guards/guards.js";
import type { FileView } from "./source/program/file-view.js";
import type { EnvironmentWrite } from "./source/sites/environment.js";
import type { OptionValue, TlsOptions } from "./source/sites/tls-options.js";
import type { Range } from "./source-text.js";
import type { Cwe } from "./weaknesses.js";

type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Data<Text extends string> = [Placeholder<Text>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Placeholder<Text>, string> & Record<string, string>> };

type Messages = Readonly<Record<string, string>>;

/** A place in a program; the guard of an option or node lowers the verdict and takes the edits away. */
export type PlaceInProgram = OptionValue | GuardedNode;

export interface GuardedNode {
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
}

/** A place in a file besides programs. */
export interface PlaceInText {
  readonly range: Range;
}

interface Gravity<G extends MendableGrade> {
  readonly level?: Level;
  /** What the mend changes; read only when there is one. */
  readonly grade?: G;
  readonly mend?: Mend | undefined;
  /** Those among the attacks of the rule's meta that what is reported leaves room for; options of TLS are asked for theirs. */
  readonly attacks?: readonly AttackName[];
}

/** What a rule reports; `data` must fill exactly the placeholders of the message, and `grade` be one of those in its meta. */
export type Report<M extends Messages, G extends MendableGrade = MendableGrade, At = PlaceInProgram> = {
  [Id in keyof M & string]: { readonly messageId: Id } & Data<M[Id]>;
}[keyof M & string] & { readonly at: At } & Gravity<G>;

/** What a rule reports of a setting, or of a call in C. */
export type SettingReport<M extends Messages, G extends MendableGrade> = Report<M, G, PlaceInText>;

/** A report of whatever rule. */
export interface AnyReport<At> extends Gravity<MendableGrade> {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly at: At;
}

/** What every check is handed, whatever it is asked about. */
interface CheckContext<M extends Messages, G extends MendableGrade, At> {
  readonly settings: Settings;
  report(report: Report<M, G, At>): void;
}

export interface RuleContext<M extends Messages, G extends MendableGrade = MendableGrade> extends CheckContext<
  M,
  G,
  PlaceInProgram
> {
  readonly program: FileView;
  readonly mend: Mender;
}

/** An option's value that is text, with what the policy has against the connections that are made with it. */
export interface JudgedText {
  readonly value: OptionValue;
  readonly text: string;
  /** What every runtime in range does with it. */
  readonly verdicts: readonly SiteVerdict[];
  readonly violations: readonly RuntimeViolation[];
  /** The worst of them. */
  readonly offence: Offence | undefined;
}

export interface OptionsContext<M extends Messages, G extends MendableGrade = MendableGrade> extends RuleContext<M, G> {
  /** What every runtime in range does with every combination of values that the options may have. */
  verdicts(): readonly SiteVerdict[];
  /** The values of an option that are known; the others are reported as `undecided`. */
  known(option: OptionName): readonly OptionValue[];
  /** The texts among them, judged by what the policy says of these kinds of things. */
  judged(option: OptionName, ...subjects: readonly ViolationSubject[]): readonly JudgedText[];
  /** Reports what the rule's `undecided` says, where it has one. */
  undecided(value: OptionValue): void;
}

type SettingContext<M extends Messages, G extends MendableGrade> = CheckContext<M, G, PlaceInText>;

export interface PythonContext<M extends Messages, G extends MendableGrade>
  extends CheckContext<M, G, PlaceInPython>, PythonQuestion {
  readonly settings: Settings;
  /** Reports what the rule's `undecided` says of an option, where it has one. */
  undecided(option: string, at: PlaceInPython): void;
}

/** By kind of setting, the question that a rule asks about it. */
type SettingChecks<M extends Messages, G extends MendableGrade> = {
  readonly [Kind in Setting["kind"]]?: (
    setting: Extract<Setting, { kind: Kind }>,
    context: SettingContext<M, G>,
  ) => void;
};

/** The smallest preset that a rule belongs to. */
type Preset = "recommended" | "strict";

export interface RuleMeta<
  M extends Messages,
  G extends MendableGrade = MendableGrade,
  P extends MendableGrade = MendableGrade,
> {
  readonly type: "problem" | "suggestion";
  /** One line that completes "Rule to ...". */
  readonly description: string;
  /** Of a rule that is asked about programs, or about what they hand to processes. */
  readonly preset?: Preset;
  /** The grades that its findings may have, besides `manual`, and `ask` where options also go out of sight. */
  readonly grades: readonly G[];
  /** The same of its findings in Python, where they are others. */
  readonly gradesInPython?: readonly P[];
  /** The name of its codemod, of a rule that is asked about programs: from-to. */
  readonly transform?: string;
  /** Numbers of the weaknesses that a finding is an instance of, the nearest first; none where the code is only wrong. */
  readonly cwe: readonly Cwe[];
  /** The published attacks that a finding may leave room for. */
  readonly attacks?: readonly AttackName[];
  readonly references: readonly string[];
  readonly messages: M;
  /** What an option may do whose value is not known, as the predicate of a sentence about `{{option}}`. */
  readonly undecided?: string;
}

/** One question, asked of whatever may answer it; each check is handed one thing at a time. */
export interface Rule<
  M extends Messages = Messages,
  G extends MendableGrade = MendableGrade,
  P extends MendableGrade = G,
> {
  readonly name: string;
  readonly meta: RuleMeta<M, G, P>;
  checkTlsOptions?(options: TlsOptions, context: OptionsContext<M, G>): void;
  checkEnvironmentWrite?(write: EnvironmentWrite, context: RuleContext<M, G>): void;
  checkProgram?(program: FileView, context: RuleContext<M, G>): void;
  readonly checkSetting?: SettingChecks<M, G>;
  checkOpenSslCall?(call: OpenSslCall, context: SettingContext<M, G>): void;
  checkPython?(program: PythonProgram, context: PythonContext<M, P>): void;
}

/** Asks a rule about a setting, if it has a question about such. */
export function checkSetting<At>(
  rule: Rule,
  setting: Setting,
  context: { readonly settings: Settings; report(report: AnyReport<At>): void },
): void {
  const check = rule.checkSetting?.[setting.kind] as ((setting: Setting, asked: object) => void) | undefined;
  check?.(setting, context);
}

/** A rule that is asked about programs. */
export interface ProgramRule extends Rule {
  readonly meta: RuleMeta<Messages> & { readonly preset: Preset; readonly transform: string };
}

export function isProgramRule(rule: Rule): rule is ProgramRule {
  return rule.meta.transform !== undefined;
}

/** The grades that a rule's findings may have, in whatever language. */
export function gradesOf({ meta: { grades, gradesInPython = [] } }: Rule): readonly MendableGrade[] {
  return [...new Set([...grades, ...gradesInPython])];
}

/**
 * One rule: one question, asked about programs in one language or several, and about settings in other files.
 * Messages and grades are typed, so that a wrong placeholder and a grade that `meta` does not list do not compile.
 */
export function defineRule<const M extends Messages, const G extends MendableGrade, const P extends MendableGrade = G>(
  rule: Rule<M, G, P>,
): Rule {
  const { meta } = rule;
  // options may have readers out of sight
  const grades = rule.checkTlsOptions ? [...new Set<MendableGrade>([...meta.grades, "ask"])] : meta.grades;
  const undecided = meta.undecided && { undecided: `\`{{option}}\` ${meta.undecided}; the code does not tell.` };
  return { ...rule, meta: { ...meta, grades, messages: { ...meta.messages, ...undecided } } } as unknown as Rule;
}
