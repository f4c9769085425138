import type { TSESTree } from "@typescript-eslint/types";
import type { Mend, Mender } from "./edits/mend.js";
import type { Level, MendableGrade } from "./finding.js";
import type { Settings } from "./settings.js";
import type { Guard } from "./source/guards/guards.js";
import type { FileView } from "./source/program/file-view.js";
import type { EnvironmentWrite } from "./source/sites/environment.js";
import type { OptionValue, TlsOptions } from "./source/sites/tls-options.js";

type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type Data<Text extends string> = [Placeholder<Text>] extends [never]
  ? { readonly data?: undefined }
  : { readonly data: Readonly<Record<Placeholder<Text>, string> & Record<string, string>> };

type Messages = Readonly<Record<string, string>>;

interface Place {
  /** Reported where the option is written; its guard lowers the verdict and takes the edits away. */
  readonly at: OptionValue | GuardedNode;
}

export interface GuardedNode {
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
}

interface Judgement {
  readonly level?: Level;
  /** What the mend changes; read only when there is one. */
  readonly grade?: MendableGrade;
  readonly mend?: Mend | undefined;
}

/** What a rule reports; `data` must fill exactly the placeholders of the message. */
export type Report<M extends Messages> = {
  [Id in keyof M & string]: { readonly messageId: Id } & Data<M[Id]>;
}[keyof M & string] &
  Place &
  Judgement;

export interface RuleContext<M extends Messages> {
  readonly settings: Settings;
  readonly program: FileView;
  readonly mend: Mender;
  report(report: Report<M>): void;
}

export interface RuleMeta<M extends Messages> {
  readonly type: "problem" | "suggestion";
  /** One line that completes "Rule to ...". */
  readonly description: string;
  /** The smallest preset the rule belongs to. */
  readonly preset: "recommended" | "strict";
  /** The grades that its findings may have, besides `manual`. */
  readonly grades: readonly MendableGrade[];
  /** The name of its codemod: from-to. */
  readonly transform: string;
  readonly references: readonly string[];
  readonly messages: M;
}

export interface Rule<M extends Messages = Messages> {
  readonly name: string;
  readonly meta: RuleMeta<M>;
  checkTlsOptions?(options: TlsOptions, context: RuleContext<M>): void;
  checkEnvironmentWrite?(write: EnvironmentWrite, context: RuleContext<M>): void;
  checkProgram?(program: FileView, context: RuleContext<M>): void;
}

/** One rule: one question about one domain object. Messages are typed, so that a wrong placeholder does not compile. */
export function defineRule<const M extends Messages>(rule: Rule<M>): Rule {
  return rule as unknown as Rule;
}
