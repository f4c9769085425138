import { runtimes, runtimesIn } from "tls-policy";
import { applyEdits, type OptionName, type Settings, type TlsOptions } from "tls-rules";
import { isCPath } from "tls-rules/c/candidates";
import { isPythonPath } from "tls-rules/python/candidates";
import type { JudgedFinding } from "../engine/judging/judgement.js";
import { readText } from "../files/text.js";
import { ruleFacts } from "../reports/rule-facts.js";
import { aspectsOf } from "./aspects.js";
import { attacksOf, type OpenAttack } from "./attacks-of.js";
import { describeReleases, type ReleaseTable } from "./describe-releases.js";
import { type ProcessSite, processSiteOf } from "./process-site.js";
import { type PythonSite, pythonSitesOf } from "./python-contexts.js";
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
  readonly language: "Node" | "Python";
  readonly now: readonly ReleaseTable[];
  /** Undefined without edits, or where the edited text has other sites. */
  readonly edited: readonly ReleaseTable[] | undefined;
  /** Told of Node. */
  readonly attacks: readonly OpenAttack[];
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
  const isPython = isPythonPath(place.path);
  const sites = isPython ? [] : await tlsSitesOf(place, text, everywhere);
  const contexts = isPython ? await pythonSitesOf(place.path, text, place.settings) : [];
  const explanations: Explanation[] = [];
  for (const finding of findings) {
    const edited =
      !isPython && finding.edits.length > 0 ? await tlsSitesOf(place, applyEdits(text, finding.edits), everywhere) : [];
    const { references, weaknesses, whoMayStop } = ruleFacts(finding.rule);
    const process = processSiteOf(finding, text, everywhere.runtimes);
    const explained = isPython
      ? await explainContexts(finding, contexts, text, place)
      : process
        ? [explainProcess(process, finding, place)]
        : explainSites(finding, sites, edited, place);
    explanations.push({
      finding,
      sites: explained,
      references: references
        .map((reference) => reference.text)
        .filter((reference) => !isForeign(reference, place.path)),
      weaknesses: weaknesses.map(({ text }) => text),
      whoMayStop,
    });
  }
  return explanations;
}

/** The manual of another language. */
function isForeign(reference: string, path: string): boolean {
  if (/^https:\/\/nodejs\.org\//.test(reference)) return isPythonPath(path) || isCPath(path);
  return /^https:\/\/docs\.python\.org\//.test(reference) && !isPythonPath(path);
}

/** What each Python does with the contexts that a finding is about, and what it does after the edit. */
async function explainContexts(
  { range, edits }: JudgedFinding,
  contexts: readonly PythonSite[],
  text: string,
  { path, settings }: PlaceToExplain,
): Promise<readonly ExplainedSite[]> {
  const after = edits.length > 0 ? await pythonSitesOf(path, applyEdits(text, edits), settings) : [];
  return contexts.flatMap(({ name, ranges, now }, index) => {
    const isAbout = ranges.some(([start, end]) => start < range[1] && range[0] < end);
    const edited = after.length === contexts.length ? after[index]?.now : undefined;
    return isAbout ? [{ name, language: "Python" as const, now, edited, attacks: [] }] : [];
  });
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
    language: "Node",
    now: describeReleases(now, options),
    edited: edits.length > 0 ? describeReleases(without, options) : undefined,
    attacks: attacksOf(now, edits.length > 0 ? without : undefined, settings.runtimes),
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
      language: "Node",
      now: describeReleases(site.verdicts, described(site)),
      edited:
        edited.length === sites.length
          ? describeReleases(edited[index]!.verdicts, described(edited[index]!))
          : undefined,
      attacks: attacksOf(
        site.verdicts,
        edited.length === sites.length ? edited[index]!.verdicts : undefined,
        settings.runtimes,
      ),
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
