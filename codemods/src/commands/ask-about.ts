import type { ColorOption } from "../config/run-options.js";
import { decisionKey, type JudgedFinding, type Task } from "../engine/judgement.js";
import type { JudgedFile, Survey } from "../engine/survey.js";
import type { Host } from "../host.js";
import { Prompt } from "../prompt.js";
import { terminalColumns } from "../columns.js";
import { describeFinding } from "../reports/describe-finding.js";
import { createPaint, wantsColor, type Paint } from "../reports/paint.js";
import { printable } from "../reports/words.js";
import { linesByHand } from "./lines-by-hand.js";
import type { Scan } from "./scan.js";

type Decisions = NonNullable<Task["decisions"]>;

const answers = {
  y: "apply this edit",
  n: "leave it as it is",
  a: "apply this edit and all that follow",
  s: "leave the rest of this file",
  e: "write the lines by hand",
  q: "ask no more; apply what was agreed to so far",
} as const;

type Answer = keyof typeof answers;

/** Asks about every edit in turn, and judges each file again with the answers. */
export async function askAbout({ survey, judge }: Scan, { color }: ColorOption, host: Host): Promise<Survey> {
  const interview = new Interview(host, judge, createPaint(wantsColor(host.stderr, host.env, color)));
  const files = await interview.about(survey.judged);
  interview.end();
  const again = await Promise.all(files.map(async ({ file, decisions }) => ({ file, judgement: await judge(file, decisions) })));
  const plain = again.flatMap(({ file, judgement }) => (judgement.kind === "plain" ? [file.path] : []));
  const judged = again.flatMap(({ file, judgement }) => (judgement.kind === "judged" ? [{ ...file, judged: judgement }] : []));
  const failed = again.flatMap(({ file: { path }, judgement }) => (judgement.kind === "failed" ? [{ path, ...judgement }] : []));
  const skipped = again.flatMap(({ file: { path }, judgement }) => (judgement.kind === "skipped" ? [{ path, ...judgement }] : []));
  return { ...survey, plain: [...survey.plain, ...plain], judged, failed: [...survey.failed, ...failed], skipped: [...survey.skipped, ...skipped] };
}

class Interview {
  readonly #host: Host;
  readonly #judge: Scan["judge"];
  readonly #paint: Paint;
  readonly #prompt: Prompt;
  /** What every further question is answered with. */
  #standing: "y" | "n" | undefined;

  constructor(host: Host, judge: Scan["judge"], paint: Paint) {
    this.#host = host;
    this.#judge = judge;
    this.#paint = paint;
    this.#prompt = new Prompt(host);
  }

  async about(files: readonly JudgedFile[]): Promise<readonly { readonly file: JudgedFile; readonly decisions: Decisions }[]> {
    const decided = [];
    for (const file of files) decided.push({ file, decisions: await this.#aboutFile(file) });
    return decided;
  }

  end(): void {
    this.#prompt.end();
  }

  async #aboutFile(file: JudgedFile): Promise<Decisions> {
    const decisions: Record<string, true | string> = {};
    const findings = file.judged.before.findings.filter(({ isMended, edits }) => isMended && edits.length > 0);
    for (const [index, finding] of findings.entries()) {
      const key = decisionKey(finding.rule, finding.messageId, finding.range[0]);
      const answer = this.#standing ?? (await this.#ask(file, finding, `${index + 1}/${findings.length}`));
      if (answer === "s") break;
      if (answer === "a") this.#standing = "y";
      if (answer === "q") this.#standing = "n";
      if (answer === "y" || answer === "a") decisions[key] = true;
      const lines = answer === "e" ? await this.#byHand(file, finding, key, decisions) : undefined;
      if (lines !== undefined) decisions[key] = lines;
    }
    return decisions;
  }

  async #ask(file: JudgedFile, finding: JudgedFinding, count: string): Promise<Answer> {
    const description = describeFinding({ ...finding, ...finding.start, ...finding.change!, status: "new", fixable: true }, this.#paint, terminalColumns(this.#host.stderr));
    this.#say(`\n${this.#paint.underline(printable(file.path))}\n${description}`);
    for (;;) {
      const given = (await this.#prompt.ask(`${count} ${finding.remedy} [${Object.keys(answers).join(",")},?] `)) ?? "q";
      if (given in answers) return given as Answer;
      this.#say(Object.entries(answers).map(([letter, meaning]) => `  ${letter}  ${meaning}\n`).join(""));
    }
  }

  /** The lines that a person writes in the editor, tried at once; undefined when they do not work out and the finding is left as it is. */
  async #byHand(file: JudgedFile, finding: JudgedFinding, key: string, decisions: Decisions): Promise<string | undefined> {
    const lines = this.#prompt.without(() => linesByHand(file.file, finding.edits, this.#host.env));
    if ("reason" in lines) return void this.#say(`${lines.reason} It is left as it is.\n`);
    const trial = await this.#judge(file, { ...decisions, [key]: lines.text });
    if (trial.kind === "judged") return lines.text;
    return void this.#say(`These lines cannot be used, so it is left as it is: ${"reason" in trial ? trial.reason : "the file has changed"}\n`);
  }

  #say(text: string): void {
    this.#host.stderr.write(text);
  }
}
