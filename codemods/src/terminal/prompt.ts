import { once } from "node:events";
import { createInterface, type Interface } from "node:readline/promises";
import type { Host } from "./host.js";
import { printable } from "./printable.js";
import { withoutCommands } from "./without-commands.js";

/** Whether there is somebody to ask. */
export function canAsk({ stdin, stderr, env }: Host): boolean {
  return stdin.isTTY === true && stderr.isTTY === true && !env["CI"];
}

/** Questions on the terminal; they go to standard error, so that results stay alone on standard output. */
export class Prompt {
  readonly #signal: AbortSignal;
  readonly #terminal: Interface;

  constructor({ stdin, stderr, signal }: Host) {
    this.#signal = signal;
    this.#terminal = createInterface({ input: stdin, output: stderr });
    // a terminal in raw mode gives the key instead of the signal
    this.#terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  }

  /** The answer in lower case to a question of one line; undefined when none will come, because the input has ended. */
  async ask(question: string): Promise<string | undefined> {
    const closed = once(this.#terminal, "close").then(() => undefined);
    const given = await Promise.race([
      this.#terminal.question(withoutCommands(printable(question)), { signal: this.#signal }),
      closed,
    ]).catch(() => undefined);
    this.#signal.throwIfAborted();
    return given?.trim().toLowerCase();
  }

  /** Leaves the terminal to another program meanwhile. */
  without<Result>(act: () => Result): Result {
    this.#terminal.pause();
    try {
      return act();
    } finally {
      this.#terminal.resume();
    }
  }

  end(): void {
    this.#terminal.close();
  }
}
