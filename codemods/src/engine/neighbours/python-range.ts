import { isPythonPath } from "tls-rules/python/candidates";
import { nearestSaying, type Teller } from "./nearest-file.js";
import type { Project } from "./project.js";

/** The Pythons that a project says it is for. */
export interface PythonRange {
  /** A version specifier (PEP 440). */
  readonly range: string;
  /** What says so: `requires-python of pyproject.toml`. */
  readonly said: string;
}

/** A file that says which Python runs what stands beside and below it, and in which word. */
interface Source extends Teller {
  readonly word: string;
}

/** Those that a package is for come before the one that somebody installed. */
const sources: readonly Source[] = [
  { file: "pyproject.toml", word: "requires-python", read: (text) => settingIn(text, "project", "requires-python") },
  {
    file: "pyproject.toml",
    word: "python",
    read: (text) => mapped(settingIn(text, "tool.poetry.dependencies", "python"), fromPoetry),
  },
  { file: "setup.cfg", word: "python_requires", read: (text) => settingIn(text, "options", "python_requires") },
  {
    file: "setup.py",
    word: "python_requires",
    read: (text) =>
      /\bpython_requires\s{0,9}=\s{0,9}(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')/.exec(text)?.slice(1).find(Boolean),
  },
  {
    file: "Pipfile",
    word: "python_version",
    read: (text) => mapped(settingIn(text, "requires", "python_version"), exactly),
  },
  {
    file: "Pipfile",
    word: "python_full_version",
    read: (text) => mapped(settingIn(text, "requires", "python_full_version"), exactly),
  },
  { file: ".python-version", word: "the version", read: (text) => between(matches(text, /^(\d+\.\d+)\b/gm)) },
  {
    file: ".tool-versions",
    word: "python",
    read: (text) => between(matches(text, /^python[ \t]{1,20}(\d+\.\d+)\b/gm)),
  },
  { file: "runtime.txt", word: "the version", read: (text) => between(matches(text, /^python-(\d+\.\d+)\b/gm)) },
  {
    file: "Dockerfile",
    word: "FROM",
    read: (text) =>
      between(
        matches(text, /^FROM[ \t](?:--platform=\S{1,60}[ \t])?(?:docker\.io\/)?(?:library\/)?python:(\d+\.\d+)\b/gim),
      ),
  },
  { file: "tox.ini", word: "env_list", read: (text) => mapped(toxList(text), fromOldest) },
  {
    file: "noxfile.py",
    word: "python",
    read: (text) =>
      mapped(
        /@(?:nox\.)?session\([^)]{0,200}?\bpython\s{0,9}=\s{0,9}(\[[^\]]{1,300}\]|"[^"\n]{1,20}")/.exec(text)?.[1],
        fromOldest,
      ),
  },
];

/**
 * Of a Python file, what the nearest file says that names the Pythons it is for, from its folder up to the root of its repository.
 * Nothing of it is executed: setup.py and noxfile.py are read for a literal.
 */
export function pythonRangeFor(file: string, project: Project): PythonRange | undefined {
  const said = isPythonPath(file) ? nearestSaying(file, project, sources) : undefined;
  return said && { range: said.text, said: `${said.by.word} of ${said.by.file}` };
}

function mapped(text: string | undefined, meaning: (text: string) => string | undefined): string | undefined {
  return text === undefined ? undefined : meaning(text);
}

const longestLine = 300;

/** `key = "value"` or `key = value` of a section of TOML or INI. */
function settingIn(text: string, section: string, key: string): string | undefined {
  let isInside = false;
  for (const written of text.split("\n")) {
    const line = written.slice(0, longestLine).trim();
    const header = /^\[([\w.-]{1,100})\]/.exec(line);
    if (header) isInside = header[1] === section;
    if (!isInside || !line.startsWith(key)) continue;
    const rest = line.slice(key.length).trimStart();
    const value = rest.slice(1).trimStart();
    if (!/^[=:]/.test(rest) || value === "") continue;
    const [quote] = value;
    if (quote !== '"' && quote !== "'") return value;
    const end = value.indexOf(quote, 1);
    return end > 1 ? value.slice(1, end) : undefined;
  }
  return undefined;
}

const matches = (text: string, word: RegExp): readonly string[] => [...text.matchAll(word)].map(([, found]) => found!);

const lineOf = (release: string) => Number(release.split(".")[0]) * 1000 + Number(release.split(".")[1]);

const byLine = (releases: readonly string[]) => [...releases].sort((a, b) => lineOf(a) - lineOf(b));

/** One release is that release; of several, those from the oldest to the newest. */
function between(releases: readonly string[]): string | undefined {
  const sorted = byLine(releases);
  const [oldest] = sorted;
  const newest = sorted.at(-1);
  if (oldest === undefined || newest === undefined) return undefined;
  return lineOf(oldest) === lineOf(newest) ? `==${oldest}.*` : `>=${oldest},<=${newest}`;
}

const exactly = (release: string) => between(matches(release, /^(\d+\.\d+)\b/g));

/** What is tested with several runs on newer ones as well. */
function fromOldest(list: string): string | undefined {
  const [oldest] = byLine(matches(list, /\b(\d\.\d{1,2})\b/g));
  return oldest && `>=${oldest}`;
}

/** The `py38` of tox as `3.8`; `py3{8,9}` too. */
function toxList(text: string): string | undefined {
  const list = /^env_?list\s{0,9}=([^[]{1,400})/m.exec(text)?.[1];
  if (list === undefined) return undefined;
  const spelled = list.replaceAll(/\bpy(\d)\{(\d[\d,\s]{0,60})\}/g, (_, major: string, minors: string) =>
    minors
      .split(",")
      .map((minor) => `py${major}${minor.trim()}`)
      .join(" "),
  );
  return matches(spelled, /\bpy(\d{2,3})\b/g)
    .map((digits) => `${digits[0]!}.${digits.slice(1)}`)
    .join(" ");
}

/** Poetry has carets and tildes of its own, and `||`, of which the oldest release is kept. */
function fromPoetry(text: string): string | undefined {
  if (text.trim() === "*") return undefined;
  if (text.includes("|")) return fromOldest(text);
  return text
    .split(",")
    .map((clause) => {
      const [, sign, major, minor] = /^\s*([\^~]?)(\d+)(?:\.(\d+))?/.exec(clause) ?? [];
      if (major === undefined) return clause.trim();
      if (sign === "^") return `>=${major}.${minor ?? "0"},<${Number(major) + 1}`;
      return minor === undefined ? `==${major}.*` : `==${major}.${minor}.*`;
    })
    .join(",");
}
