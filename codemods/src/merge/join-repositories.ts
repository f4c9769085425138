import { basename, extname } from "node:path";
import type { NodeRange } from "../config/node-range.js";
import { UsageError } from "../failures/usage-error.js";
import { sortBy } from "../reports/in-order.js";
import type { Report } from "../reports/report.js";
import { joinLists } from "./join-lists.js";
import type { ReadReport } from "./read-report.js";

/** One report of a fleet: each repository is named by its remote, or else by its report's file, and its paths begin with that name. Throws a UsageError for a repository that comes twice. */
export function joinRepositories(reads: readonly ReadReport[]): Report {
  const named = reads.map(nameRepositories);
  requireDifferentNames(named);
  const reports = named.map(({ report }) => report);
  return {
    ...reports[0]!,
    ...joinLists(reports),
    repo: undefined,
    repositories: sortBy(
      reports.flatMap(({ repositories }) => repositories),
      ({ name }) => name,
    ),
  };
}

function requireDifferentNames(reads: readonly ReadReport[]): void {
  const files = new Map<string, string>();
  for (const { file, report } of reads) {
    for (const { name } of report.repositories) {
      const other = files.get(name);
      if (other !== undefined)
        throw new UsageError(`${other} and ${file} are both reports of ${name}.`, "Leave one out.");
      files.set(name, file);
    }
  }
}

/** The report of a fleet has its names already: its root is no repository. */
function nameRepositories({ file, report }: ReadReport): ReadReport {
  if (!report.repositories.some(({ name }) => name === ".")) return { file, report };
  const name = nameOf(report.repo?.url) ?? basename(file, extname(file));
  return { file, report: movedInto(name, report) };
}

/** `acme/service-a` for https://example.com/acme/service-a.git and git@example.com:acme/service-a.git. */
function nameOf(url: string | undefined): string | undefined {
  const parts = (url ?? "")
    .replace(/^(?:\w+:\/\/[^/]*\/|[^/:]+:)/, "")
    .split("/")
    .filter((part) => part !== "");
  return parts.join("/").replace(/\.git$/, "") || undefined;
}

function movedInto(name: string, report: Report): Report {
  const moved = <Item extends { readonly path: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, path: `${name}/${item.path}` }));
  const inside = (other: string) => (other === "." ? name : `${name}/${other}`);
  const manifestInside = (range: NodeRange): NodeRange =>
    "manifest" in range ? { ...range, manifest: `${name}/${range.manifest}` } : range;
  return {
    ...report,
    policy: { ...report.policy, node: report.policy.node.map(manifestInside) },
    repositories: report.repositories.map((repository) => ({ ...repository, name: inside(repository.name) })),
    findings: moved(report.findings).map((finding) => ({ ...finding, repository: inside(finding.repository) })),
    markers: moved(report.markers),
    staleBaseline: moved(report.staleBaseline),
    changed: moved(report.changed),
    skipped: moved(report.skipped),
    errors: moved(report.errors),
    notes: report.notes.map((note) => `${name}: ${note}`),
  };
}
