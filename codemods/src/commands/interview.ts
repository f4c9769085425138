import { applyEdits, type Edit } from "tls-rules";
import { type Decision, decisionKey, type Judged, type JudgedFinding, type Task } from "../engine/judging/judgement.js";
import type { JudgedFile } from "../engine/survey/survey.js";
import { withinComment } from "../engine/text/comment-edits.js";
import { offsetBefore } from "../engine/text/edit-positions.js";
import { linesAround } from "../engine/text/excerpt.js";
import { readText } from "../files/text.js";
import { describeFinding } from "../reports/describe-finding.js";
import { ruleFacts } from "../reports/rule-facts.js";
import { whoMayStopBy } from "../reports/who-may-stop.js";
import { hanging, terminalColumns } from "../terminal/columns.js";
import type { Host } from "../terminal/host.js";
import type { Paint } from "../terminal/paint.js";
import { printable } from "../terminal/printable.js";
import { Prompt } from "../terminal/prompt.js";
import { show } from "../terminal/show.js";
import { linesByHand } from "./lines-by-hand.js";
import type { Scan } from "./scan.js";

type Decisions = NonNullable<Task["decisions"]>;

/** What there is to ask about in a file. */
export interface Questions {
  readonly file: JudgedFile;
  readonly findings: readonly JudgedFinding[];
  /** The edits after which the findings were found, agreed on and not on the disk yet. */
  readonly earlier: readonly Edit[];
}

const answers = {
  y: "apply this edit",
  n: "leave it as it is",
  a: "apply this edit and all that follow",
  s: "leave the rest of this file",
  e: "write the lines by hand",
  c: "accept it, with a comment in the code that gives your reason",
  b: "accept it in the baseline, with your reason",
  m: "leave it, with a comment that marks it for somebody to look at",
  w: "say more about the rule",
  q: "ask no more; do what was agreed to so far",
} as const;

type Letter = keyof typeof answers;

/** Where a question is not answered yet, and is asked again. */
type Answer = Exclude<Letter, "w">;

/** How far the questions of a round have come. */
interface Progress {
  asked: number;
  readonly all: number;
}

/** What a person says about the edits of one file. */
interface Sheet {
  readonly decisions: Record<string, Decision>;
  /** The reasons for what is accepted in the baseline. */
  readonly accepted: Map<string, string>;
  readonly asked: Set<string>;
  isLeft: boolean;
}

/** Asks a person about edits, about none twice, and keeps the answers. */
export class Interview {
  readonly #host: Host;
  readonly #judge: Scan["judge"];
  readonly #paint: Paint;
  readonly #prompt: Prompt;
  readonly #hasBaselines: boolean;
  readonly #sheets = new Map<string, Sheet>();
  /** What every further question is answered with. */
  #standing: "y" | "n" | undefined;

  constructor(host: Host, { judge, baselines }: Pick<Scan, "judge" | "baselines">, paint: Paint) {
    this.#host = host;
    this.#judge = judge;
    this.#paint = paint;
    this.#hasBaselines = baselines.isUsed;
    this.#prompt = new Prompt(host);
  }

  /** Asks about one file after the other. Returns whether something was agreed to. */
  async about(files: readonly Questions[]): Promise<boolean> {
    let isAgreed = false;
    const progress = { asked: 0, all: files.reduce((sum, questions) => sum + this.#fresh(questions).length, 0) };
    for (const questions of files) isAgreed = (await this.#aboutFile(questions, progress)) || isAgreed;
    return isAgreed;
  }

  /** What was not asked about before. */
  #fresh({ file, findings, earlier }: Questions) {
    const { asked } = this.#sheetOf(file.file);
    return findings.map((finding) => ({ finding, key: keyOf(finding, earlier) })).filter(({ key }) => !asked.has(key));
  }

  /** The reason for which a finding of a file is accepted in the baseline; `edits` are those after which it was found. */
  reasonFor(file: string, finding: JudgedFinding, edits: readonly Edit[]): string | undefined {
    return this.#sheets.get(file)?.accepted.get(keyOf(finding, edits));
  }

  /** What was agreed to about a file so far. */
  decisionsFor(file: string): Decisions {
    return this.#sheetOf(file).decisions;
  }

  end(): void {
    this.#prompt.end();
  }

  #sheetOf(file: string): Sheet {
    const sheet = this.#sheets.get(file) ?? { decisions: {}, accepted: new Map(), asked: new Set(), isLeft: false };
    this.#sheets.set(file, sheet);
    return sheet;
  }

  async #aboutFile(questions: Questions, progress: Progress): Promise<boolean> {
    const sheet = this.#sheetOf(questions.file.file);
    const agreed = Object.keys(sheet.decisions).length;
    const [fresh, before] = [this.#fresh(questions), progress.asked];
    for (const [index, { finding, key }] of fresh.entries()) {
      if (sheet.isLeft) break;
      const count = `${before + index + 1}/${progress.all}`;
      const answer = this.#standing ?? (await this.#ask(questions, finding, count));
      sheet.asked.add(key);
      if (answer === "s") sheet.isLeft = true;
      if (answer === "a") this.#standing = "y";
      if (answer === "q") this.#standing = "n";
      if (answer === "b") await this.#inBaseline(sheet, key);
      const decision = await this.#decisionFor(answer, questions, finding, key);
      if (decision !== undefined) sheet.decisions[key] = decision;
    }
    progress.asked += fresh.length;
    return Object.keys(sheet.decisions).length > agreed;
  }

  async #decisionFor(
    answer: Answer,
    questions: Questions,
    finding: JudgedFinding,
    key: string,
  ): Promise<Decision | undefined> {
    switch (answer) {
      case "y":
      case "a":
        return true;
      case "e":
        return this.#byHand(questions, finding, key);
      case "c":
        return this.#withComment(questions, finding, key);
      case "m":
        return (await this.#tried(questions, key, { mark: true })) ? { mark: true } : undefined;
      default:
        return undefined;
    }
  }

  async #ask({ file, earlier }: Questions, finding: JudgedFinding, count: string): Promise<Answer> {
    const columns = terminalColumns(this.#host.stderr);
    const around = linesAround(applyEdits(readText(file.file), earlier), finding);
    const description = describeFinding(
      { ...finding, ...finding.start, ...finding.change!, status: "new", fixable: true },
      this.#paint,
      { columns, around },
    );
    const letters = this.#lettersFor(file);
    this.#say(
      `\n${this.#paint.underline(printable(file.path))}${earlier.length > 0 ? " as it is after these edits" : ""}\n${description}${this.#whoMayStop(finding, columns)}`,
    );
    for (;;) {
      const given = (await this.#prompt.key(`${count} ${finding.remedy} [${letters.join(",")},?] `)) ?? "q";
      const letter = letters.find((each) => each === given);
      if (letter === "w") {
        const { explainRule } = await import("../explain/explain-rule.js");
        this.#say(`${explainRule(finding.rule, columns)}\n`);
      } else if (letter) return letter;
      else this.#say(letters.map((each) => `  ${each}  ${answers[each]}\n`).join(""));
    }
  }

  #lettersFor({ judged: { canBeMarked } }: JudgedFile): readonly Letter[] {
    return (Object.keys(answers) as Letter[]).filter((letter) => {
      if (letter === "c" || letter === "m") return canBeMarked;
      return letter !== "b" || this.#hasBaselines;
    });
  }

  async #reason(): Promise<string | undefined> {
    const reason = withinComment((await this.#prompt.line("Why is it accepted? ")) ?? "");
    if (reason === "") this.#say("Without a reason it is left as it is.\n");
    return reason === "" ? undefined : reason;
  }

  async #inBaseline({ accepted }: Sheet, key: string): Promise<void> {
    const reason = await this.#reason();
    if (reason !== undefined) accepted.set(key, reason);
  }

  async #withComment(questions: Questions, finding: JudgedFinding, key: string): Promise<Decision | undefined> {
    const accept = await this.#reason();
    if (accept === undefined) return undefined;
    const trial = await this.#tried(questions, key, { accept });
    if (!trial) return undefined;
    const isAccepted = trial.after.findings.some(
      ({ rule, isSuppressed, reason }) => rule === finding.rule && isSuppressed && reason === accept,
    );
    if (isAccepted) return { accept };
    return void this.#say("No comment can stand there, so it is left as it is; the baseline can accept it.\n");
  }

  #whoMayStop(finding: JudgedFinding, columns: number | undefined): string {
    if (finding.grade === "fix") return "";
    const peers = whoMayStopBy(ruleFacts(finding.rule), [finding]);
    return `${hanging("      ", `Who may stop connecting: ${peers}`, columns).join("\n")}\n`;
  }

  /** The lines that a person writes in the editor, tried at once; undefined when they do not work out and the finding is left as it is. */
  async #byHand({ file, earlier }: Questions, finding: JudgedFinding, key: string): Promise<string | undefined> {
    const text = applyEdits(readText(file.file), earlier);
    const lines = this.#prompt.without(() => linesByHand(file.file, text, finding.edits, this.#host.env));
    if ("reason" in lines) return void this.#say(`${printable(lines.reason)} It is left as it is.\n`);
    return (await this.#tried({ file }, key, lines.text)) ? lines.text : undefined;
  }

  /** What the file is with one more decision, tried at once; undefined when that does not work out. */
  async #tried(
    { file }: Pick<Questions, "file">,
    key: string,
    decision: Exclude<Decision, true>,
  ): Promise<Judged | undefined> {
    const trial = await this.#judge(file, { ...this.decisionsFor(file.file), [key]: decision });
    if (trial.kind === "judged") return trial;
    const what = typeof decision === "string" ? "These lines" : "A comment there";
    return void this.#say(
      `${what} cannot be used, so it is left as it is: ${"reason" in trial ? printable(trial.reason) : "the file has changed"}\n`,
    );
  }

  #say(text: string): void {
    show(this.#host.stderr, text, this.#paint);
  }
}

/** The name of a finding by its place in the text on the disk. */
function keyOf({ rule, messageId, range }: JudgedFinding, earlier: readonly Edit[]): string {
  return decisionKey(rule, messageId, offsetBefore(earlier, range[0]));
}
