import type { DoctorReport } from "./doctor-report.js";
import { maintainedLines } from "./library.js";
import { maintainedMajors } from "./node-lines.js";
import type { NodeReport } from "./node-report.js";
import type { OpenSslReport } from "./openssl-report.js";

type Found = Omit<DoctorReport, "advice" | "caveat">;

/** What to do next, the most urgent first. */
export function adviceFor({ nodes, overrides, openssl, project, date }: Found): readonly string[] {
  const weak = overrides.filter(({ isWeak }) => isWeak).map(({ source }) => `\`${source}\``);
  const advice = [
    ...(weak.length > 0 ? [`Correct what is marked above, or take it out: ${weak.join(", ")}.`] : []),
    ...new Set(nodes.flatMap((node) => aboutNode(node, date))),
    ...(project?.suggestion
      ? [
          `Set \`engines.node\` in ${project.manifest} to \`${project.suggestion}\`, so that nobody installs on a release without fixes.`,
        ]
      : []),
    ...(openssl ? aboutOpenSsl(openssl, date) : []),
  ];
  return [
    ...advice,
    advice.length === 0
      ? "Nothing is wrong here. Run `tls-codemod check` to look at the code."
      : "Run `tls-codemod check` to look at the code.",
  ];
}

function aboutNode(
  { version, failure, isMaintained, isAsReleased, path }: NodeReport,
  date: string,
): readonly string[] {
  if (failure !== undefined) return [`${path} does not start. Correct what it complains of: ${failure}`];
  const majors = maintainedMajors(date);
  return [
    ...(isMaintained === false ? [`Move from Node ${version} to Node ${listed(majors)}: these get fixes.`] : []),
    ...(isAsReleased === false
      ? [
          `Find out why Node ${version} negotiates other protocol versions than its release does: the OpenSSL it is linked to, or its configuration.`,
        ]
      : []),
  ];
}

function aboutOpenSsl({ isMaintained, line }: OpenSslReport, date: string): readonly string[] {
  if (isMaintained !== false) return [];
  return [
    `Ask your distribution whether it still mends its OpenSSL ${line}; if not, move to ${listed(maintainedLines(date))} or to a newer distribution.`,
  ];
}

function listed(names: readonly (string | number)[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : String(names[0]);
}
