/** What says which Node releases run a project: a field of package.json, or a file of a version manager. */
export type NodeSource = (typeof nodeSources)[number];

export const nodeSources = ["engines", ".nvmrc", ".node-version", ".tool-versions", "volta", "devEngines"] as const;

export interface DeclaredNode {
  /** As in `engines.node`. */
  readonly range: string;
  readonly source: NodeSource;
  /** The name of the file. */
  readonly file: string;
}

/** What a folder says: for whom the project is, and on what it is developed. */
export interface NodeOfFolder {
  readonly engines: DeclaredNode | undefined;
  readonly pinned: DeclaredNode | undefined;
}

/** Every release with TLS 1.3, because a program that names no range may run on any of them. */
export const defaultNodeRange = ">=12";

/** Longer than any that somebody writes; comparing the releases that it means with each other takes the square of their number. */
export const longestNodeRange = 1000;

const manifest = "package.json";

type Manifest = Readonly<Record<string, unknown>>;

/** The nearest to what runs in production first. */
const pins: readonly { readonly file: string; readonly source: NodeSource; read(text: string): string | undefined }[] =
  [
    { file: ".nvmrc", source: ".nvmrc", read: (text) => versionIn(firstLine(text)) },
    { file: ".node-version", source: ".node-version", read: (text) => versionIn(firstLine(text)) },
    {
      file: ".tool-versions",
      source: ".tool-versions",
      read: (text) => versionIn(/^nodejs[ \t]{1,20}(\S{1,40})/m.exec(text)?.[1]),
    },
    { file: manifest, source: "volta", read: (text) => versionIn(Object(manifestOf(text)["volta"]).node) },
    { file: manifest, source: "devEngines", read: (text) => runtimeIn(Object(manifestOf(text)["devEngines"]).runtime) },
  ];

/**
 * What a folder says of the Node releases that run what stands in it. `read` gives the text of a file of the folder, undefined where there is none.
 * Nothing is thrown: what does not parse says nothing. `engines` is as it is written, whatever that is.
 */
export function nodeOfFolder(read: (file: string) => string | undefined): NodeOfFolder {
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) texts.set(file, read(file));
    return texts.get(file);
  };
  const engines = stringIn(Object(manifestOf(textOf(manifest) ?? "")["engines"]).node);
  return {
    engines: engines === undefined ? undefined : { range: engines, source: "engines", file: manifest },
    get pinned() {
      for (const { file, source, read: rangeIn } of pins) {
        const text = textOf(file);
        const range = text === undefined ? undefined : rangeIn(text);
        if (range !== undefined) return { range, source, file };
      }
      return undefined;
    },
  };
}

/** What folders say, the nearest first: `engines.node` of whichever names it, or else what the nearest pins. */
export function declaredNode(folders: Iterable<NodeOfFolder>): DeclaredNode | undefined {
  let pinned: DeclaredNode | undefined;
  for (const folder of folders) {
    if (folder.engines) return folder.engines;
    pinned ??= folder.pinned;
  }
  return pinned;
}

function manifestOf(text: string): Manifest {
  try {
    return Object(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}

function stringIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function firstLine(text: string): string | undefined {
  return text
    .slice(0, longestNodeRange)
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .find((line) => line !== "");
}

/** Lines of long-term support by the names of the release schedule (nodejs/Release). */
const lines: ReadonlyMap<string, string> = new Map([
  ["carbon", "8"],
  ["dubnium", "10"],
  ["erbium", "12"],
  ["fermium", "14"],
  ["gallium", "16"],
  ["hydrogen", "18"],
  ["iron", "20"],
  ["jod", "22"],
  ["krypton", "24"],
]);

const oldestMajor = 8;

/** `v22.11.0`, `22`, `lts/jod`. What moves with time, such as `lts/*`, names no release. */
function versionIn(written: unknown): string | undefined {
  const text = stringIn(written) ?? "";
  const [, version] = /^v?(\d{1,3}(?:\.\d{1,3}){0,2})$/.exec(text) ?? [];
  if (version !== undefined) return Number(version.split(".", 1)[0]) >= oldestMajor ? version : undefined;
  return lines.get(text.toLowerCase().replace(/^lts\//, ""));
}

/** What a range of releases is written with. */
const rangeText = /^[\s\d.<>=^~|xXv*-]{1,200}$/;

/** `{ "name": "node", "version": ">=20" }`, or such in a list. */
function runtimeIn(runtime: unknown): string | undefined {
  const all: readonly unknown[] = Array.isArray(runtime) ? runtime : [runtime];
  const version = stringIn(all.map((each) => Object(each)).find(({ name }) => name === "node")?.version);
  return version !== undefined && rangeText.test(version) && /\d/.test(version) ? version : undefined;
}
