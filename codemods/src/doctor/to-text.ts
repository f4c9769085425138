import type { DoctorReport } from "./doctor-report.js";
import type { Library } from "./library.js";
import type { Measured, NodeReport } from "./node-report.js";
import type { OpenSslReport } from "./openssl-report.js";
import type { Override } from "./overrides.js";
import type { ProjectReport } from "./project-report.js";
import type { PythonReport } from "./python-report.js";
import { wrap } from "./wrap.js";

/** The report for people, about a screen long; `!` stands in front of what is wrong. */
export function toText({ date, nodes, openssl, python, overrides, project, advice, caveat }: DoctorReport): string {
  const sections = [
    [`TLS on this machine, ${date}`],
    ...nodes.map(nodeLines),
    openSslLines(openssl),
    pythonLines(python),
    ["What changes these defaults", ...(overrides.length > 0 ? overrides.flatMap(overrideLines) : fine("Nothing in the environment or in OpenSSL's configuration."))],
    projectLines(project),
    ["What to do next", ...advice.flatMap((line, index) => wrap(`  ${index + 1}. ${line}`, 5))],
    wrap(caveat, 0),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function fine(sentence: string): readonly string[] {
  return wrap(`  ${sentence}`, 2);
}

function wrong(sentence: string): readonly string[] {
  return wrap(`! ${sentence}`, 2);
}

function nodeLines({ path, version, failure, openssl, isOpenSslShared, endOfLife, isMaintained, measured, defaults, isAsReleased }: NodeReport): readonly string[] {
  if (failure !== undefined) return [`${version === undefined ? "Node" : `Node ${version}`}  ${path}`, ...wrong(`It does not start: ${failure}`)];
  return [
    `Node ${version}  ${path}`,
    ...maintenance(isMaintained, endOfLife),
    ...(openssl ? fine(`${isOpenSslShared ? "Linked to the system's" : "Built with its own"} ${nameOf(openssl)}${supported(openssl)}.`) : []),
    ...(measured ? measuredLines(measured) : fine("Its handshakes could not be tried.")),
    ...(isAsReleased === false ? wrong("These are not the versions of its release: the system's OpenSSL or a configuration decides.") : []),
    ...(defaults ? fine(`Defaults: minVersion ${defaults.minVersion}, maxVersion ${defaults.maxVersion}, ecdhCurve ${defaults.groups}${levelOf(defaults.securityLevel)}.`) : []),
  ];
}

function maintenance(isMaintained: boolean | undefined, endOfLife: string | undefined): readonly string[] {
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

function measuredLines({ client, server, checksCertificates }: Measured): readonly string[] {
  const isOld = [...client, ...server].some((version) => version === "TLSv1" || version === "TLSv1.1");
  const versions = `Measured: its clients negotiate ${listed(client)}, its servers ${listed(server)}.`;
  return [...(isOld ? wrong(versions) : fine(versions)), ...(checksCertificates ? fine("Measured: its clients check certificates.") : wrong("Measured: its clients accept any certificate."))];
}

function listed(versions: readonly string[]): string {
  return versions.length > 0 ? versions.join(", ").replace(/, (?=[^,]*$)/, " and ") : "nothing";
}

function levelOf(level: number | undefined): string {
  return level === undefined ? "" : `, security level ${level}`;
}

function openSslLines(openssl: OpenSslReport | undefined): readonly string[] {
  if (!openssl) return ["openssl  none on PATH"];
  return [`${nameOf(openssl)}  ${openssl.path}`, ...libraryLines(openssl)];
}

function libraryLines(library: Library): readonly string[] {
  const { line, endOfLife, isMaintained, note } = library;
  const name = `${library.library} ${line}${supported(library)}`;
  return [
    ...(isMaintained === false ? wrong(`${name}, gets no more public fixes: they ended on ${endOfLife}.`) : []),
    ...(isMaintained ? fine(`${name}, gets public fixes until ${endOfLife}.`) : []),
    ...(note ? fine(note) : []),
  ];
}

function pythonLines(python: PythonReport | undefined): readonly string[] {
  if (!python) return ["python3  none on PATH that has `ssl`"];
  const { minVersion } = python;
  const begins = minVersion === "MINIMUM_SUPPORTED" ? "at the oldest version that OpenSSL allows" : `at ${minVersion}`;
  const context = minVersion === undefined ? "" : `; a default context begins ${begins}`;
  return [`python3 ${python.python}  ${python.path}`, ...fine(`Its \`ssl\` is ${nameOf(python)}${context}.`), ...libraryLines(python)];
}

function overrideLines({ source, effects, isWeak }: Override): readonly string[] {
  return [...wrap(`${isWeak ? "!" : " "} ${source}`, 2), ...effects.flatMap((effect) => wrap(`    ${effect}`, 4))];
}

function projectLines(project: ProjectReport | undefined): readonly string[] {
  if (!project) return ["engines.node  no package.json here has it"];
  const { manifest, range, problem, withoutTls13, unmaintained, suggestion } = project;
  return [
    `engines.node ${JSON.stringify(range)}  ${manifest}`,
    ...(problem === undefined ? [] : wrong(problem)),
    ...(withoutTls13 === undefined ? [] : wrong(`It admits ${withoutTls13}, which have no TLSv1.3 and begin at TLSv1.`)),
    ...(unmaintained === undefined ? [] : wrong(`It admits ${unmaintained}, which get no fixes.`)),
    ...(suggestion === undefined ? fine("Every release that it admits gets fixes and has TLSv1.2 and TLSv1.3.") : []),
  ];
}
