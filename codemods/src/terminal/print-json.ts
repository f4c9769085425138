import { unicodeEscape } from "./printable.js";

/**
 * JSON that means the same to programs, and shows people nothing but text: what could hide text is escaped, and what a pipeline's log would take for a command.
 * Outside of strings JSON has none of these characters.
 */
export function printJson(value: unknown, indentation?: number): string {
  return JSON.stringify(value, undefined, indentation)
    .replaceAll(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, unicodeEscape)
    .replaceAll(/#(?=#\w{0,20}\[)/g, unicodeEscape);
}
