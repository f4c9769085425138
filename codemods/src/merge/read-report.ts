import { resolve } from "node:path";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { jsonProblem } from "../files/json-problem.js";
import { parseJson } from "../files/parse-json.js";
import { readNamedText } from "../files/text.js";
import type { reportJson } from "../reports/formats/json.js";
import { type Report, type ReportFinding, type RepositoryState, schemaVersion } from "../reports/report.js";
import { validate } from "./report-validator.js";

/** A report and the file it was read from, as it was named. */
export interface ReadReport {
  readonly file: string;
  readonly report: Report;
}

type ReportJson = ReturnType<typeof reportJson>;

const next = "`tls-codemod check --format json` and `-o json:FILE` write the reports that are merged.";

/** Reads JSON reports, as report.schema.json describes them; paths in them are taken for paths from `cwd`. Throws a UsageError that names the file and the field. */
export function readReports(files: readonly string[], cwd: string): readonly ReadReport[] {
  return files.map((file) => {
    const content = parse(file, textOf(file, cwd));
    refuseOthers(file, content);
    const problem = jsonProblem(validate, content);
    if (problem) throw new UsageError(`${file}: ${problem}`, next);
    return { file, report: reportFrom(content as ReportJson, cwd) };
  });
}

function textOf(file: string, cwd: string): string {
  try {
    return readNamedText(resolve(cwd, file));
  } catch (error) {
    throw new UsageError(`${file}: ${describeError(error)}.`, next);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}.`, next);
  }
}

/** The schema would say the same of these, in more words and less clearly. */
function refuseOthers(file: string, content: unknown): void {
  const fields = (typeof content === "object" && content !== null ? content : {}) as {
    tool?: { name?: unknown };
    runs?: unknown;
    schemaVersion?: unknown;
  };
  if (Array.isArray(fields.runs))
    throw new UsageError(`${file}: it is a SARIF report, which says less than is needed to join it.`, next);
  if (fields.tool?.name !== "tls-codemod") throw new UsageError(`${file}: it is no JSON report of tls-codemod.`, next);
  if (fields.schemaVersion !== schemaVersion) {
    throw new UsageError(
      `${file}: \`schemaVersion\` is ${JSON.stringify(fields.schemaVersion)}, and this version reads ${schemaVersion}.`,
      "Merge with the version of tls-codemod that wrote the report.",
    );
  }
}

/** The opposite of `reportJson`. */
function reportFrom(
  { repo, repositories, policy, shard, findings, changed, ...rest }: ReportJson,
  root: string,
): Report {
  return {
    ...rest,
    policy: {
      ...policy,
      file: policy.file ?? undefined,
      rules: policy.rules ?? undefined,
      node: policy.node.map(
        (node) => ({ ...node, range: node.range ?? undefined }) as Report["policy"]["node"][number],
      ),
    },
    repo: repo ? stateFrom(repo) : undefined,
    repositories: repositories.map((one) => ({ ...one, ...stateFrom(one) })),
    shard: shard ?? undefined,
    findings: findings.map((finding): ReportFinding => ({
      ...finding,
      after: finding.after ?? undefined,
      reason: finding.reason ?? undefined,
      guard: finding.guard ?? undefined,
      owners: (finding as Partial<ReportFinding>).owners ?? [],
      attacks: (finding as Partial<ReportFinding>).attacks ?? [],
    })),
    changed: changed.map((path) => ({ path, patch: "" })),
    root,
    elapsedMilliseconds: undefined,
  };
}

function stateFrom({ url, commit, dirty }: NonNullable<ReportJson["repo"]>): RepositoryState {
  return { url: url ?? undefined, commit: commit ?? undefined, dirty: dirty ?? undefined };
}
