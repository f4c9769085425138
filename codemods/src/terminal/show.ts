import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Paint } from "./paint.js";
import { printable, printableLines } from "./printable.js";
import { withoutCommands } from "./without-commands.js";

const eraseLine = "\r\u001b[K";

/**
 * Writes whole lines for people to standard output or standard error. Of a text that comes from elsewhere the caller makes one line with `printable`;
 * what it has forgotten can neither drive a terminal nor become a command of a pipeline. Of escapes, the colours of a `paint` stay.
 */
export function show(stream: Writable, lines: string, paint?: Paint): void {
  stream.write(shown(lines, paint?.isColorSupported));
}

/** Writes lines as they are for `show`: whatever a line holds, it is one. */
export function showLines(stream: Writable, lines: readonly string[]): void {
  show(stream, lines.map((line) => `${printable(line)}\n`).join(""));
}

/** Lines as people may see them, in a file too. */
export function shown(lines: string, hasColors = false): string {
  return withoutCommands(printableLines(lines, hasColors));
}

/** Puts a line without an end in the place of the one before; without a text, takes that away. */
export function showStatus(stream: Writable, text = ""): void {
  stream.write(eraseLine + printable(text));
}

/** Writes parts as they are, and waits until the stream has taken them: what is for programs has been made harmless by its format. A reader that has gone away is no error. */
export async function send(stream: Writable, parts: Iterable<string>): Promise<void> {
  for (const part of parts) {
    if (stream.destroyed) return;
    if (!stream.write(part)) await Promise.race([once(stream, "drain"), once(stream, "close")]).catch(() => undefined);
  }
}

/** Waits until all that was written is gone. */
export async function flushed(stream: Writable): Promise<void> {
  // an error comes after the answer to the write
  await new Promise<void>((resolve) => stream.write("", () => setImmediate(resolve)));
}
