import type { SettingsInput } from "tls-rules";
import { parseSource } from "../../codemods/src/engine/reading/parse-source.js";

/** One piece of code and what it is judged by; `name` is a sentence. */
export interface Case {
  readonly name: string;
  readonly code: string;
  readonly settings?: SettingsInput;
  readonly filename?: string;
}

/** A case as the doors take it. */
export interface Sample {
  readonly code: string;
  /** POSIX path from the project's folder. */
  readonly path: string;
  readonly settings: SettingsInput;
}

/** Notes are shown unless the case says otherwise, so that a valid case is a silent one. */
export function sampleOf({ code, settings, filename }: Case): Sample {
  return { code, path: filename ?? defaultPath(code), settings: { level: "note", ...settings } };
}

export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

function defaultPath(code: string): string {
  return parses("src/example.js", code) ? "src/example.js" : "src/example.ts";
}

export function parses(path: string, code: string): boolean {
  try {
    parseSource(path, code);
    return true;
  } catch {
    return false;
  }
}
