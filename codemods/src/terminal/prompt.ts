import { once } from "node:events";
import { createInterface, type Interface } from "node:readline/promises";
import type { Readable } from "node:stream";
import type { Host } from "./host.js";
import { printable } from "./printable.js";
import { show, showLines } from "./show.js";
import { withoutCommands } from "./without-commands.js";

/** Whether there is somebody to ask. */
export function canAsk({ stdin, stderr, env }: Host): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && !env["CI"];
}

/** Standard input that can hand over each key as it is pressed. */
type Keyboard = Readable & { setRawMode(isRaw: boolean): unknown };

const hasKeys = (stdin: Readable): stdin is Keyboard => "setRawMode" in stdin;

/** Questions on the terminal; they go to standard error, so that results stay alone on standard output. */
export class Prompt {
  readonly #host: Host;
  /** Where keys do not come one by one: lines may stand there already, so that it stays open. */
  readonly #lines: Interface | undefined;
  /** Pressed and not asked for yet. */
  readonly #pressed: string[] = [];

  constructor(host: Host) {
    this.#host = host;
    this.#lines = hasKeys(host.stdin) ? undefined : this.#open();
  }

  /** The key that answers a question of one line, in lower case; where keys do not come one by one, a line. Undefined when none will come, because the input has ended. */
  async key(question: string): Promise<string | undefined> {
    const { stdin, stderr } = this.#host;
    if (!hasKeys(stdin)) return (await this.line(question))?.toLowerCase();
    // what is typed as soon as the question stands there would be shown by the terminal, too
    stdin.setRawMode(true);
    try {
      show(stderr, printable(question));
      const key = await this.#nextKey(stdin);
      showLines(stderr, [key ?? ""]);
      return key?.toLowerCase();
    } finally {
      // also where the key was there already: an editor that is started next gets the terminal as it was
      stdin.setRawMode(false);
    }
  }

  /** The line that answers a question, without blanks around it; undefined as for `key`. */
  async line(question: string): Promise<string | undefined> {
    const { signal } = this.#host;
    const lines = this.#lines ?? this.#open();
    const done = new AbortController();
    const closed = once(lines, "close", { signal: done.signal }).then(() => undefined);
    const given = await Promise.race([lines.question(shown(question), { signal }), closed]).catch(() => undefined);
    done.abort();
    if (lines !== this.#lines) lines.close();
    signal.throwIfAborted();
    return given?.trim();
  }

  /** Leaves the terminal to another program meanwhile. */
  without<Result>(act: () => Result): Result {
    this.#lines?.pause();
    try {
      return act();
    } finally {
      this.#lines?.resume();
    }
  }

  end(): void {
    this.#lines?.close();
  }

  #open(): Interface {
    const { stdin, stderr } = this.#host;
    const lines = createInterface({ input: stdin, output: stderr });
    lines.on("SIGINT", interrupt);
    return lines;
  }

  async #nextKey(stdin: Keyboard): Promise<string | undefined> {
    for (;;) {
      const key = this.#pressed.shift();
      if (key === undefined) {
        const chunk = await this.#nextChunk(stdin);
        if (chunk === undefined) return undefined;
        this.#pressed.push(...chunk.replaceAll(sequences, ""));
      } else if (key === endOfInput) return undefined;
      else if (key === interruption) interrupt();
      // pressed out of habit behind a letter
      else if (key !== "\r" && key !== "\n") return key;
    }
  }

  /** What is typed next; undefined when the input has ended. */
  async #nextChunk(stdin: Keyboard): Promise<string | undefined> {
    const { signal } = this.#host;
    const done = new AbortController();
    const until = { signal: AbortSignal.any([signal, done.signal]) };
    stdin.resume();
    try {
      const came = once(stdin, "data", until).then(([chunk]) => String(chunk));
      const ended = once(stdin, "end", until).then(() => undefined);
      return await Promise.race([came, ended]);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      done.abort();
      stdin.pause();
    }
  }
}

/** What arrows and other keys send that are no letters. */

const sequences = /\u001b(?:\[[\d;]*[@-~]|O[A-Z]|.|$)/g;
const endOfInput = "\u0004";
const interruption = "\u0003";

/** A terminal in raw mode gives the key instead of the signal. */
function interrupt(): void {
  process.kill(process.pid, "SIGINT");
}

function shown(question: string): string {
  return withoutCommands(printable(question));
}
