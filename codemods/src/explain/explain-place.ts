import { runtimes, runtimesIn } from "tls-policy";
import { applyEdits, type OptionName, type Settings, type TlsOptions } from "tls-rules";
import type { JudgedFinding } from "../engine/judging/judgement.js";
import { readText } from "../files/text.js";
import { ruleFacts } from "../reports/rule-facts.js";
import { aspectsOf } from "./aspects.js";
import { describeReleases, type ReleaseTable } from "./describe-releases.js";
import { type ProcessSite, processSiteOf } from "./process-site.js";
import { type SitePlace, tlsSitesOf, type TlsSiteVerdicts } from "./tls-sites.js";

/** What there is to say about one finding besides what `check` says. */
export interface Explanation {
  readonly finding: JudgedFinding;
  readonly sites: readonly ExplainedSite[];
  readonly references: readonly string[];
  /** `CWE-295: Improper Certificate Validation`. */
  readonly weaknesses: readonly string[];
  readonly whoMayStop: string | undefined;
}

/** One set of options that the finding is about. */
export interface ExplainedSite {
  /** `client of node-tls`. */
  readonly name: string;
  readonly now: readonly ReleaseTable[];
  /** Undefined without edits, or where the edited text has other sites. */
  readonly edited: readonly ReleaseTable[] | undefined;
}

export interface PlaceToExplain extends SitePlace {
  readonly settings: Settings;
}

/** The oldest release line whose behaviour is told although the code is not judged for it. */
const oldestTold = ">=12";

/** Explains findings of one file. */
export async function explainFindings(
  findings: readonly JudgedFinding[],
  place: PlaceToExplain,
): Promise<readonly Explanation[]> {
  const text = readText(place.file);
  const told = new Set([...runtimesIn(oldestTold), ...place.settings.runtimes]);
  const everywhere: Settings = { ...place.settings, runtimes: runtimes.filter((runtime) => told.has(runtime)) };
  const sites = await tlsSitesOf(place, text, everywhere);
  const explanations: Explanation[] = [];
  for (const finding of findings) {
    const edited = finding.edits.length > 0 ? await tlsSitesOf(place, applyEdits(text, finding.edits), everywhere) : [];
    const { references, weaknesses, whoMayStop } = ruleFacts(finding.rule);
    const process = processSiteOf(finding, text, everywhere.runtimes);
    const explained = process ? [explainProcess(process, finding, place)] : explainSites(finding, sites, edited, place);
    explanations.push({
      finding,
      sites: explained,
      references: references.map(({ text }) => text),
      weaknesses: weaknesses.map(({ text }) => text),
      whoMayStop,
    });
  }
  return explanations;
}

function explainProcess(
  { option, now, without }: ProcessSite,
  { edits }: JudgedFinding,
  { settings }: PlaceToExplain,
): ExplainedSite {
  const options = {
    aspects: aspectsOf([option]),
    policy: settings.policy,
    inRange: settings.runtimes,
    isTold: () => true,
  };
  return {
    name: everyClient,
    now: describeReleases(now, options),
    edited: edits.length > 0 ? describeReleases(without, options) : undefined,
  };
}

const everyClient = "every client of the process that says nothing else";

function explainSites(
  finding: JudgedFinding,
  sites: readonly TlsSiteVerdicts[],
  edited: readonly TlsSiteVerdicts[],
  { settings }: PlaceToExplain,
): readonly ExplainedSite[] {
  const indexes = [...sites.keys()].filter((index) => isAbout(sites[index]!, finding));
  return indexes.map((index) => {
    const site = sites[index]!;
    const described = ({ options }: TlsSiteVerdicts) => ({
      aspects: aspectsOf(site.optionsIn(finding.range)),
      policy: settings.policy,
      inRange: settings.runtimes,
      isTold: (option: OptionName) => isTold(options, option),
    });
    return {
      name: nameOf(site),
      now: describeReleases(site.verdicts, described(site)),
      edited:
        edited.length === sites.length
          ? describeReleases(edited[index]!.verdicts, described(edited[index]!))
          : undefined,
    };
  });
}

/** Whether nothing out of sight may give an option a value, and every value in sight is known. */
function isTold(options: TlsOptions, option: OptionName): boolean {
  const values = options.values(option);
  if (values.length === 0) return options.complete;
  return values.every(({ kind, write }) => kind !== "unknown" && !options.exposed.has(write.key));
}

function isAbout(site: TlsSiteVerdicts, { range: [start, end] }: JudgedFinding): boolean {
  const { range } = site.options.anchor;
  return site.optionsIn([start, end]).length > 0 || (range[0] === start && range[1] === end);
}

function nameOf({ options: { client, side, scope } }: TlsSiteVerdicts): string {
  if (scope === "process") return everyClient;
  const role = side === "unknown" ? "client or server, taken for a client" : side;
  return client ? `${role} of ${client.name}` : role;
}
