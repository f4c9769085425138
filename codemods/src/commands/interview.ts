import { applyEdits, type Edit } from "tls-rules";
import { decisionKey, type JudgedFinding, type Task } from "../engine/judging/judgement.js";
import type { JudgedFile } from "../engine/survey/survey.js";
import { offsetBefore } from "../engine/text/edit-positions.js";
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
  q: "ask no more; apply what was agreed to so far",
} as const;

type Answer = keyof typeof answers;

/** Does not answer, and is asked again. */
const why = { w: "say more about the rule" } as const;

const letters = { ...answers, ...why };

/** How far the questions of a round have come. */
interface Progress {
  asked: number;
  readonly all: number;
}

/** What a person says about the edits of one file. */
interface Sheet {
  readonly decisions: Record<string, true | string>;
  readonly asked: Set<string>;
  isLeft: boolean;
}

/** Asks a person about edits, about none twice, and keeps the answers. */
export class Interview {
  readonly #host: Host;
  readonly #judge: Scan["judge"];
  readonly #paint: Paint;
  readonly #prompt: Prompt;
  readonly #sheets = new Map<string, Sheet>();
  /** What every further question is answered with. */
  #standing: "y" | "n" | undefined;

  constructor(host: Host, judge: Scan["judge"], paint: Paint) {
    this.#host = host;
    this.#judge = judge;
    this.#paint = paint;
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

  /** What was agreed to about a file so far. */
  decisionsFor(file: string): Decisions {
    return this.#sheetOf(file).decisions;
  }

  end(): void {
    this.#prompt.end();
  }

  #sheetOf(file: string): Sheet {
    const sheet = this.#sheets.get(file) ?? { decisions: {}, asked: new Set(), isLeft: false };
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
      if (answer === "y" || answer === "a") sheet.decisions[key] = true;
      const lines = answer === "e" ? await this.#byHand(questions, finding, key) : undefined;
      if (lines !== undefined) sheet.decisions[key] = lines;
    }
    progress.asked += fresh.length;
    return Object.keys(sheet.decisions).length > agreed;
  }

  async #ask({ file, earlier }: Questions, finding: JudgedFinding, count: string): Promise<Answer> {
    const columns = terminalColumns(this.#host.stderr);
    const description = describeFinding(
      { ...finding, ...finding.start, ...finding.change!, status: "new", fixable: true },
      this.#paint,
      { columns },
    );
    this.#say(
      `\n${this.#paint.underline(printable(file.path))}${earlier.length > 0 ? " as it is after these edits" : ""}\n${description}${this.#whoMayStop(finding, columns)}`,
    );
    for (;;) {
      const given =
        (await this.#prompt.ask(`${count} ${finding.remedy} [${Object.keys(letters).join(",")},?] `)) ?? "q";
      if (Object.hasOwn(answers, given)) return given as Answer;
      if (Object.hasOwn(why, given)) {
        const { explainRule } = await import("../explain/explain-rule.js");
        this.#say(`${explainRule(finding.rule, columns)}\n`);
        continue;
      }
      this.#say(
        Object.entries(letters)
          .map(([letter, meaning]) => `  ${letter}  ${meaning}\n`)
          .join(""),
      );
    }
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
    const trial = await this.#judge(file, { ...this.decisionsFor(file.file), [key]: lines.text });
    if (trial.kind === "judged") return lines.text;
    return void this.#say(
      `These lines cannot be used, so it is left as it is: ${"reason" in trial ? printable(trial.reason) : "the file has changed"}\n`,
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
