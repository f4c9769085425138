import { posix } from "node:path";
import { lineBreakIn } from "./comment-edits.js";

/** A part of a file that is a program. */
export interface Script {
  /** Where its text is, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The extension that a file of its language has. */
  readonly extension: ".js" | ".jsx" | ".ts" | ".tsx";
}

type ScriptsIn = (text: string) => readonly Script[];

const scriptsIn: Readonly<Record<string, ScriptsIn>> = {
  ".vue": elements,
  ".svelte": elements,
  ".astro": (text) => [
    ...frontmatter(text),
    ...elements(text).map((script): Script => ({ ...script, extension: ".ts" })),
  ],
  ".html": elements,
  ".htm": elements,
};

/** Whether a file is of a kind that holds programs beside other things. */
export function isScriptHost(path: string): boolean {
  return Object.hasOwn(scriptsIn, posix.extname(path));
}

/** Whether a file is a page, which ordinarily holds no program at all: one that cannot be looked into is not worth naming. */
export function isPage(path: string): boolean {
  return /\.html?$/.test(path);
}

/** The programs in a component or page: a word in the text of a page, or in data that a script reads, is none. */
export function scriptsOf(path: string, text: string): readonly Script[] {
  return scriptsIn[posix.extname(path)]!(text);
}

/** A comment, or a script. It always comes to an end where it begins, so that the time for a page grows as the page does. */
const element = /<!--.*?(?:-->|$)|<script\b([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)(?:>(.*?)(?:<\/script|$))?/dgis;
const type = /(?:^|\s)type\s*=\s*["']?([^"'\s>]*)/i;
const language = /(?:^|\s)lang\s*=\s*["']?([^"'\s>]*)/i;
const programTypes = /^(?:module|text\/babel|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)?$/i;

function elements(text: string): readonly Script[] {
  return [...text.matchAll(element)].flatMap(({ 1: attributes = "", indices }) => {
    const range = indices![2];
    const [mime, lang] = [type, language].map((attribute) => attribute.exec(attributes)?.[1]?.toLowerCase() ?? "");
    return range && programTypes.test(mime!) ? [{ range, extension: extensionOf(mime!, lang!) }] : [];
  });
}

function extensionOf(mime: string, lang: string): Script["extension"] {
  if (lang === "tsx" || lang === "jsx") return `.${lang}`;
  return /^(ts|typescript)$/.test(lang) || mime.endsWith("typescript") ? ".ts" : ".js";
}

/** What stands between the first two fences of a component of Astro. */
function frontmatter(text: string): readonly Script[] {
  const fence = /^\s*---[^\S\n]*\n/.exec(text)?.[0];
  if (fence === undefined) return [];
  const end = text.indexOf("\n---", fence.length - 1);
  return [{ range: [fence.length, end === -1 ? text.length : end + 1], extension: ".ts" }];
}

/** A text in which all but one script is blank: every place in it is where it is in the file. */
export function onlyScript(text: string, { range: [start, end] }: Pick<Script, "range">): string {
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}

/** A script between two line breaks, which takes no longer to read where it is one of thousands. */
export interface CutOut {
  readonly text: string;
  /** What has to be added to an offset in it for that in the file. */
  readonly offset: number;
}

/** Cuts scripts out of a file, with the line breaks that it has. */
export function cutter(text: string): (script: Pick<Script, "range">) => CutOut {
  const lineBreak = lineBreakIn(text);
  return ({ range: [start, end] }) => ({
    text: lineBreak + text.slice(start, end) + lineBreak,
    offset: start - lineBreak.length,
  });
}
