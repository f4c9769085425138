import type { PythonFlavour } from "tls-policy";
import { hanging } from "../terminal/columns.js";
import { printable } from "../terminal/printable.js";
import type { DoctorReport } from "./doctor-report.js";
import type { HeadersReport } from "./headers-report.js";
import type { Library } from "./library.js";
import type { Measured, NodeReport } from "./node-report.js";
import type { OpenSslReport } from "./openssl-report.js";
import type { Override } from "./overrides.js";
import type { ProjectReport } from "./project-report.js";
import type { PythonReport } from "./python-report.js";

/** Longer lines are hard to read, on a terminal of any width. */
const widest = 92;

/** The report for people, about a screen long; `!` stands in front of what is wrong. Lines keep within a terminal's columns where they are known. */
export function toText(
  { date, nodes, openssl, headers, python, overrides, project, advice, caveat }: DoctorReport,
  columns = widest,
): string {
  const sections: readonly (readonly Line[])[] = [
    [`TLS on this machine, ${date}`],
    ...nodes.map(nodeLines),
    openSslLines(openssl),
    ...(headers ? [headersLines(headers)] : []),
    pythonLines(python),
    [
      "What changes these defaults",
      ...(overrides.length > 0
        ? overrides.flatMap(overrideLines)
        : fine("Nothing in the environment or in OpenSSL's configuration.")),
    ],
    projectLines(project),
    ["What to do next", ...advice.map((sentence, index): Sentence => ({ lead: `  ${index + 1}. `, sentence }))],
    [{ lead: "", sentence: caveat }],
  ];
  return `${sections.map((lines) => lines.flatMap((line) => written(line, Math.min(columns, widest))).join("\n")).join("\n\n")}\n`;
}

/** A heading stays whole. */
type Line = string | Sentence;

interface Sentence {
  readonly lead: string;
  readonly sentence: string;
}

function written(line: Line, columns: number): readonly string[] {
  return typeof line === "string" ? [printable(line)] : hanging(line.lead, printable(line.sentence), columns);
}

function fine(sentence: string): readonly Line[] {
  return [{ lead: "  ", sentence }];
}

function wrong(sentence: string): readonly Line[] {
  return [{ lead: "! ", sentence }];
}

function nodeLines({
  path,
  version,
  failure,
  openssl,
  isOpenSslShared,
  endOfLife,
  isMaintained,
  measured,
  defaults,
  isAsReleased,
}: NodeReport): readonly Line[] {
  if (failure !== undefined)
    return [
      `${version === undefined ? "Node" : `Node ${version}`}  ${path}`,
      ...wrong(`It does not start: ${failure}`),
    ];
  return [
    `Node ${version}  ${path}`,
    ...maintenance(isMaintained, endOfLife),
    ...(openssl
      ? fine(
          `${isOpenSslShared ? "Linked to the system's" : "Built with its own"} ${nameOf(openssl)}${supported(openssl)}.`,
        )
      : []),
    ...(measured ? measuredLines(measured) : fine("Its handshakes could not be tried.")),
    ...(isAsReleased === false
      ? wrong("These are not the versions of its release: the system's OpenSSL or a configuration decides.")
      : []),
    ...(defaults
      ? fine(
          `Defaults: minVersion ${defaults.minVersion}, maxVersion ${defaults.maxVersion}, ecdhCurve ${defaults.groups}${levelOf(defaults.securityLevel)}.`,
        )
      : []),
  ];
}

function maintenance(isMaintained: boolean | undefined, endOfLife: string | undefined): readonly Line[] {
  if (isMaintained === undefined) return fine("Whether it gets fixes is not known.");
  if (!isMaintained) return wrong(`It gets no more fixes: its line ended on ${endOfLife}.`);
  return fine(endOfLife === undefined ? "It gets fixes." : `It gets fixes until ${endOfLife}.`);
}

function nameOf({ library, version }: Library): string {
  return version.startsWith(library) ? version : `${library === "unknown" ? "OpenSSL" : library} ${version}`;
}

function supported({ protocolVersions }: Library): string {
  return protocolVersions ? `, which can speak ${protocolVersions[0]} to ${protocolVersions.at(-1)}` : "";
}

function measuredLines({ client, server, checksCertificates }: Measured): readonly Line[] {
  const isOld = [...client, ...server].some((version) => version === "TLSv1" || version === "TLSv1.1");
  const versions = `Measured: its clients negotiate ${listed(client)}, its servers ${listed(server)}.`;
  return [
    ...(isOld ? wrong(versions) : fine(versions)),
    ...(checksCertificates
      ? fine("Measured: its clients check certificates.")
      : wrong("Measured: its clients accept any certificate.")),
  ];
}

function listed(versions: readonly string[]): string {
  return versions.length > 0 ? versions.join(", ").replace(/, (?=[^,]*$)/, " and ") : "nothing";
}

function levelOf(level: number | undefined): string {
  return level === undefined ? "" : `, security level ${level}`;
}

function openSslLines(openssl: OpenSslReport | undefined): readonly Line[] {
  if (!openssl) return ["openssl  none on PATH"];
  return [`${nameOf(openssl)}  ${openssl.path}`, ...libraryLines(openssl)];
}

function headersLines(headers: HeadersReport): readonly Line[] {
  return [
    "C and C++",
    ...fine(`They are compiled against ${nameOf(headers)}, by ${headers.path}.`),
    ...libraryLines(headers),
  ];
}

function libraryLines(library: Library): readonly Line[] {
  const { line, endOfLife, isMaintained, note } = library;
  const name = `${library.library} ${line}${supported(library)}`;
  return [
    ...(isMaintained === false ? wrong(`${name}, gets no more public fixes: they ended on ${endOfLife}.`) : []),
    ...(isMaintained ? fine(`${name}, gets public fixes until ${endOfLife}.`) : []),
    ...(note ? fine(note) : []),
  ];
}

const flavours: Readonly<Record<PythonFlavour, string>> = {
  distribution:
    "It was built as distributions build it: the oldest version and the cipher list of a context are OpenSSL's.",
  "python.org": "It was built with CPython's own floor of TLS 1.2 and its own cipher list.",
};

function pythonLines(python: PythonReport | undefined): readonly Line[] {
  if (!python) return ["python3  none on PATH that has `ssl`"];
  const { minVersion } = python;
  const begins = minVersion === "MINIMUM_SUPPORTED" ? "at the oldest version that OpenSSL allows" : `at ${minVersion}`;
  const context = minVersion === undefined ? "" : `; a default context begins ${begins}`;
  return [
    `python3 ${python.python}  ${python.path}`,
    ...fine(`Its \`ssl\` is ${nameOf(python)}${context}.`),
    ...(python.flavour ? fine(flavours[python.flavour]) : []),
    ...libraryLines(python),
  ];
}

function overrideLines({ source, effects, isWeak }: Override): readonly Line[] {
  return [
    ...(isWeak ? wrong(source) : fine(source)),
    ...effects.map((sentence): Sentence => ({ lead: "    ", sentence })),
  ];
}

function projectLines(project: ProjectReport | undefined): readonly Line[] {
  if (!project) return ["engines.node  no package.json here has it"];
  const { manifest, range, problem, withoutTls13, unmaintained, suggestion } = project;
  return [
    `engines.node ${JSON.stringify(range)}  ${manifest}`,
    ...(problem === undefined ? [] : wrong(problem)),
    ...(withoutTls13 === undefined
      ? []
      : wrong(`It admits ${withoutTls13}, which have no TLSv1.3 and begin at TLSv1.`)),
    ...(unmaintained === undefined ? [] : wrong(`It admits ${unmaintained}, which get no fixes.`)),
    ...(suggestion === undefined ? fine("Every release that it admits gets fixes and has TLSv1.2 and TLSv1.3.") : []),
  ];
}
