import { once } from "node:events";
import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli.js";
import { judgeFile } from "../../src/engine/judging/judge-file.js";
import { type LoadedPlan, loadPlan } from "../../src/engine/judging/load-plan.js";
import type { FromWorker, Worker } from "../../src/engine/workers/worker-messages.js";
import type { Host } from "../../src/terminal/host.js";
import { createFolder, type Folder } from "./folder.js";

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Readable;
  /** What is typed, each line when a question is asked; the input ends with the question after them. */
  readonly answers?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly isTerminal?: boolean;
  /** How wide the terminal is. */
  readonly columns?: number;
  readonly signal?: AbortSignal;
  readonly startWorker?: () => Worker;
}

/** Runs the program in this process, on a folder, with nothing of the machine's own environment. */
export async function run(folder: Folder, words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [stdout, stderr] = [new Sink(options), new Sink(options)];
  const state = createFolder();
  const host: Host = {
    cwd: options.cwd ?? folder.path,
    env: { PATH: process.env["PATH"], TLS_CODEMOD_STATE: state.path, ...options.env },
    stdin: Object.assign(options.answers ? Readable.from(typed(options.answers, stderr)) : stdinOf(options), {
      isTTY: options.isTerminal ?? false,
    }),
    stdout,
    stderr,
    signal: options.signal ?? new AbortController().signal,
    startWorker: options.startWorker ?? startLocalWorker,
  };
  const exitCode = await main(words, host);
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

function stdinOf({ stdin = "" }: RunOptions): Readable {
  return typeof stdin === "object" ? stdin : Readable.from([Buffer.from(stdin)]);
}

/** Nobody answers a question before it is asked, and what is typed then is lost. */
async function* typed(answers: readonly string[], stderr: Sink): AsyncGenerator<string> {
  for (const [index, answer] of answers.entries()) {
    await stderr.questions(index + 1);
    yield `${answer}\n`;
  }
  await stderr.questions(answers.length + 1);
}

/** A worker that shares this process. */
export function startLocalWorker(): Worker {
  let loaded: LoadedPlan;
  const listeners: ((message: FromWorker) => void)[] = [];
  return {
    send(message) {
      const answer = (given: FromWorker) => listeners.forEach((listener) => listener(given));
      if ("task" in message) return void judgeFile(message.task, loaded).then((judgement) => answer({ judgement }));
      loaded = loadPlan(message.plan);
      answer({ isReady: true });
    },
    onMessage: (listener) => void listeners.push(listener),
    onEnd: () => undefined,
    processorSeconds: () => 0,
    end: () => undefined,
  };
}

class Sink extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns?: number;

  constructor({ isTerminal = false, columns }: RunOptions) {
    super();
    this.isTTY = isTerminal;
    if (columns !== undefined) this.columns = columns;
  }

  /** Comes when so many questions have been asked. */
  async questions(count: number): Promise<void> {
    while (this.text.split(/,\?\] |accepted\? /).length <= count) await once(this, "written");
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    this.emit("written");
    done();
  }
}
