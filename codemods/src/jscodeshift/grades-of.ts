import { type MendableGrade, mendableGrades } from "tls-rules";

export interface GradeOptions {
  /** The only grades to apply, as a list or separated by commas. */
  readonly only?: string | readonly string[] | undefined;
  /** Applies grade `ask` too. jscodeshift's command line gives 1 for `--ask=1`. */
  readonly ask?: boolean | number | undefined;
}

/** The grades to apply: `fix` and `upgrade`, unless the options say otherwise. Throws for a word that is no grade. */
export function gradesOf({ only, ask }: GradeOptions): readonly MendableGrade[] {
  if (only === undefined) return ask ? mendableGrades : ["fix", "upgrade"];
  return [only]
    .flat()
    .flatMap((words) => words.split(","))
    .map(gradeNamed);
}

function gradeNamed(word: string): MendableGrade {
  const grade = mendableGrades.find((candidate) => candidate === word.trim());
  if (!grade) throw new Error(`\`only\` is ${JSON.stringify(word)}. Use fix, upgrade or ask.`);
  return grade;
}
