import { posix } from "node:path";

/** The parts of a file that hold its scripts, by the file's extension. */
const scriptsIn: Readonly<Record<string, (bytes: Buffer) => readonly Buffer[]>> = {
  ".vue": (bytes) => [bytes],
  ".svelte": (bytes) => [bytes],
  ".html": inlineScripts,
  ".htm": inlineScripts,
};

/** Whether a file is of a kind whose scripts only ESLint's parsers for it read. It is looked into, so that what is not judged is named. */
export function isScriptHost(path: string): boolean {
  return Object.hasOwn(scriptsIn, posix.extname(path));
}

/** Whether a file is a page, which ordinarily holds no program at all: one that cannot be looked into is not worth naming. */
export function isPage(path: string): boolean {
  return scriptsIn[posix.extname(path)] === inlineScripts;
}

/** Where a script host may hold what a rule looks for: a word in the text of a page, or in data that a script reads, is none. */
export function scriptsOf(path: string, bytes: Buffer): readonly Buffer[] {
  return scriptsIn[posix.extname(path)]!(bytes);
}

export const scriptHostReason =
  "holds a word that a rule looks for, and is not read here; eslint-plugin-tls reads its scripts in ESLint";

/** It always comes to an end where it begins, so that the time for a page grows as the page does. */
const element = /<script\b([^>]*)(?:>(.*?)(?:<\/script|$))?/gis;
const type = /(?:^|\s)type\s*=\s*["']?([^"'\s>]*)/i;
const programTypes = /^(?:module|text\/babel|(?:text|application)\/(?:x-)?(?:java|ecma)script)?$/i;

function inlineScripts(bytes: Buffer): readonly Buffer[] {
  // one character for each byte, of which only those of ASCII matter
  const scripts = bytes.toString("latin1").matchAll(element);
  return [...scripts].flatMap(([, attributes, text]) =>
    programTypes.test(type.exec(attributes!)?.[1] ?? "") ? [Buffer.from(text ?? "", "latin1")] : [],
  );
}
