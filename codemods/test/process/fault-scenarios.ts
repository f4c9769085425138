import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "../../src/engine/workers/worker-messages.js";
import { createFolder, type Folder } from "../harness/folder.js";
import { startLockHolder } from "../harness/lock-holder.js";
import { run, type RunOptions, startLocalWorker } from "../harness/run.js";
import { broken, upgrade, upgraded } from "../harness/samples.js";
import { program, spawned } from "../harness/spawn.js";
import { endedAt } from "./kill-moments.js";
import { insatiable, stuck } from "./trapped-worker.js";

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a fault is brought about. */
export interface Scenario {
  /** The path of the file that it hits, and its text; it may need an edit or none. */
  readonly hit?: string;
  readonly text?: string | Uint8Array;
  /** Further files; `other.js`, which needs an edit, is always there. */
  readonly files?: Readonly<Record<string, string>>;
  /** Before the command; a reason is why it cannot be tried here. What it returns takes it away again. */
  arrange?(folder: Folder): { readonly skip: string } | (() => void) | undefined;
  /** Runs the command; in this process by default. */
  act?(folder: Folder, words: readonly string[]): Promise<Ran>;
}

type Send = Worker["send"];

/** A worker that does something of its own when it is handed the file that the fault hits. */
function meddling(
  meddle: (send: Send) => Send | undefined,
  startWorker: () => Worker = startLocalWorker,
): () => Worker {
  return () => {
    const worker = startWorker();
    const send: Send = (message) =>
      "task" in message && message.task.path === "hit.js"
        ? (meddle(worker.send) ?? worker.send)(message)
        : worker.send(message);
    return { ...worker, send };
  };
}

const inProcess =
  (options: (folder: Folder) => RunOptions) =>
  (folder: Folder, words: readonly string[]): Promise<Ran> =>
    run(folder, words, options(folder));

const built = async (folder: Folder, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> => {
  const { code, ...printed } = await spawned(folder, words, { env });
  return { exitCode: code, ...printed };
};

/** As a user whom the modes of files bind; the superuser's child becomes `nobody`. */
async function unprivileged(folder: Folder, words: readonly string[]): Promise<Ran> {
  const isSuperuser = process.getuid?.() === 0;
  const user = isSuperuser ? { uid: 65_534, gid: 65_534 } : {};
  const env = {
    PATH: process.env["PATH"],
    TLS_CODEMOD_STATE: join(folder.path, "state"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: "*",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder.path,
    env,
    encoding: "utf8",
    ...user,
  });
  return { exitCode: status, stdout, stderr };
}

/** Gives away what `nobody` has to write to. */
function ownedByNobody(folder: Folder): void {
  mkdirSync(join(folder.path, "state"));
  if (process.getuid?.() !== 0) return;
  for (const file of ["", "other.js", "hit.js", "state", ".git"]
    .map((name) => join(folder.path, name))
    .filter(existsSync))
    chownSync(file, 65_534, 65_534);
}

const shell = (folder: Folder, command: string) =>
  execFileSync("sh", ["-c", command], { cwd: folder.path, stdio: "ignore" });

const small = (folder: Folder) => join(folder.path, "small");

/** A disk of 64 kB with what the folder `small` has held. */
function smallDisk(
  folder: Folder,
  content: Readonly<Record<string, Uint8Array>>,
): { readonly skip: string } | (() => void) {
  mkdirSync(small(folder), { recursive: true });
  try {
    shell(folder, "mount -t tmpfs -o size=64k tmpfs small");
  } catch {
    return { skip: "a small disk cannot be mounted here" };
  }
  folder.write(content);
  return () => void shell(folder, "umount small");
}

const fullDisk = (folder: Folder) => smallDisk(folder, { "small/filler": Buffer.alloc(65_536) });

const link = (target: string, name: string) => (folder: Folder) => {
  mkdirSync(join(folder.path, "sub"), { recursive: true });
  symlinkSync(target, join(folder.path, name));
  return undefined;
};

const stateOf = ({ path }: Folder) => join(path, ".git/tls-codemod");

function changeJournal(folder: Folder, change: (text: string) => string): void {
  const journal = ".git/tls-codemod/fixes/000001.jsonl";
  folder.write({ [journal]: change(folder.read(journal)) });
}

/** Long enough that a signal meets the writing of it. */
const manyFiles = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [
    `src/${String(index).padStart(3, "0")}.js`,
    `${upgrade}// ${"x".repeat(20_000)}\n`,
  ]),
);
const fromMany = { hit: "src/big.js", text: `${upgrade}// ${"x".repeat(500_000)}\n`, files: manyFiles };

export const scenarios: Readonly<Record<string, Scenario>> = {
  "a folder that may not be listed": {
    hit: "closed/hit.js",
    arrange(folder) {
      ownedByNobody(folder);
      chmodSync(join(folder.path, "closed"), 0);
      return () => chmodSync(join(folder.path, "closed"), 0o755);
    },
    act: unprivileged,
  },
  "a file that may not be read": {
    arrange(folder) {
      ownedByNobody(folder);
      chmodSync(join(folder.path, "hit.js"), 0);
      return () => chmodSync(join(folder.path, "hit.js"), 0o644);
    },
    act: unprivileged,
  },
  "a .gitignore that cannot be read": {
    hit: "none",
    arrange: (folder) => void mkdirSync(join(folder.path, "sub/.gitignore"), { recursive: true }),
  },
  "a .gitignore with a line of 100 kB": {
    hit: "none",
    arrange: (folder) => void folder.write({ "sub/.gitignore": `dist\n${"\\".repeat(100_000)}\n` }),
  },
  "invalid UTF-8": { text: Buffer.from(`// café\n${upgrade}`, "latin1") },
  "UTF-16": { text: Buffer.from(`\uFEFF${upgrade}`, "utf16le") },
  "NUL bytes": { text: `${upgrade}\0` },
  "a minified line of 50 MB": { text: `const text = "${"x".repeat(50_000_000)}";${upgrade}` },
  "the same line, asked for": { text: `const text = "${"x".repeat(50_000_000)}";${upgrade}`, act: built },
  "a named pipe": { hit: "none", arrange: (folder) => void shell(folder, "mkfifo pipe.js") },
  "code that does not parse": { text: broken },
  "10,000 levels of nesting, which kill the process that reads them": {
    text: `const minVersion = ${"(() => {".repeat(10_000)}${"})()".repeat(10_000)};\n`,
    act: built,
  },
  "10,000 operators in a row": { text: `const sum = 1${" + 1".repeat(10_000)};\n${upgrade}` },
  "a pattern with nine defaults around a name": {
    text: `const ${"[".repeat(9)}a${" = b]".repeat(9)} = c;\n${upgrade}`,
  },
  "a worker process that is killed": {
    async act(folder, words) {
      const { startWorkerProcess } = await import(
        new URL("../../dist/engine/workers/worker-process.js", import.meta.url).href
      );
      const killed = () => {
        const worker = startWorkerProcess(1000) as Worker;
        const isReady = new Promise<void>((resolve) => worker.onMessage(() => resolve()));
        const send: Send = (message) =>
          "task" in message && message.task.path === "hit.js"
            ? void isReady.then(() => worker.end())
            : worker.send(message);
        return { ...worker, send };
      };
      return run(folder, words, { startWorker: killed });
    },
  },
  "a file that takes too long": { act: (folder, words) => built(folder, words, { NODE_OPTIONS: stuck }) },
  "a file that takes too much memory": { act: (folder, words) => built(folder, words, { NODE_OPTIONS: insatiable }) },

  "a path with a space": { hit: "a folder/a file.js" },
  "a path with a line break": { hit: "a\nb.js" },
  "a path in another script": { hit: "文件/café.js" },
  "a path that begins with a dash": { hit: "-x.js" },
  "a name that is not valid UTF-8": {
    hit: "none",
    arrange: (folder) => void shell(folder, "printf x > \"$(printf 'b\\351.js')\""),
  },
  "links that form a loop": { hit: "none", arrange: link("loop.js", "loop.js") },
  "a link to a folder above": { hit: "none", arrange: link("..", "sub/up") },
  "a link to a file out of the root": {
    hit: "out.js",
    arrange(folder) {
      const outside = createFolder({ "secret.js": folder.bytes("out.js") });
      rmSync(join(folder.path, "out.js"));
      return link(join(outside.path, "secret.js"), "out.js")(folder);
    },
  },
  "a link to nothing": { hit: "none", arrange: link("missing.js", "gone.js") },
  "a path on the command line that matches nothing": {},

  "a read-only file": {
    arrange(folder) {
      chmodSync(join(folder.path, "hit.js"), 0o444);
      return undefined;
    },
  },
  "a folder that may not be written to": {
    hit: "closed/hit.js",
    arrange(folder) {
      rmSync(join(folder.path, ".git"), { recursive: true });
      ownedByNobody(folder);
      chmodSync(join(folder.path, "closed"), 0o555);
      return () => chmodSync(join(folder.path, "closed"), 0o755);
    },
    act: unprivileged,
  },
  "a file that changes between reading and writing": {
    act: inProcess((folder) => ({
      startWorker: meddling((send) => (message) => {
        send(message);
        setImmediate(() => folder.write({ "hit.js": `${upgrade}// meanwhile\n` }));
      }),
    })),
  },
  "a file that goes between reading and writing": {
    act: inProcess((folder) => ({
      startWorker: meddling((send) => (message) => {
        send(message);
        setImmediate(() => rmSync(join(folder.path, "hit.js"), { force: true }));
      }),
    })),
  },
  "a full disk": {
    hit: "small/hit.js",
    text: `${upgrade}// ${"x".repeat(35_000)}\n`,
    arrange: (folder) => smallDisk(folder, { "small/hit.js": folder.bytes("small/hit.js") }),
  },
  "a disk too full for the journal that undo needs": {
    arrange: fullDisk,
    act: inProcess((folder) => ({ env: { TLS_CODEMOD_STATE: small(folder) } })),
  },
  "a disk too full for a report": { arrange: fullDisk },
  "an edited text that fails verification": {
    act: inProcess(() => ({
      startWorker() {
        const worker = startLocalWorker();
        let path = "";
        const send: Send = (message) => {
          if ("task" in message) path = message.task.path;
          worker.send(message);
        };
        const onMessage: Worker["onMessage"] = (listener) =>
          worker.onMessage((message) =>
            listener(
              "judgement" in message && path === "hit.js"
                ? {
                    judgement: {
                      kind: "failed",
                      reason: "left as it was: hit.js: the edited text differs",
                      isUnverified: true,
                    },
                  }
                : message,
            ),
          );
        return { ...worker, send, onMessage };
      },
    })),
  },
  "another `fix` that is writing": {
    act: async (folder, words) => {
      const other = await startLockHolder(stateOf(folder));
      try {
        await other.attempt();
        return await built(folder, words);
      } finally {
        await other.kill();
      }
    },
  },
  "another `fix` that was killed while it was writing": {
    act: async (folder, words) => {
      const other = await startLockHolder(stateOf(folder));
      await other.attempt();
      await other.kill();
      return built(folder, words);
    },
  },
  "a journal of an earlier `fix` that is cut off": {
    files: { "earlier.js": upgrade },
    act: async (folder, words) => {
      await built(folder, ["fix", "earlier.js"]);
      changeJournal(folder, (text) => text.slice(0, 20));
      return built(folder, words);
    },
  },
  "uncommitted changes in a file to be edited": {
    arrange(folder) {
      folder.write({ "hit.js": `// mine\n${upgrade}` });
      return undefined;
    },
  },

  "kill -9 when the journal has just been written": {
    ...fromMany,
    act: (folder, words) => endedAt("the journal is there", "SIGKILL", folder, words),
  },
  "kill -9 while a file is being written": {
    ...fromMany,
    act: (folder, words) => endedAt("a file is being written", "SIGKILL", folder, words),
  },
  "kill -9 between two files": {
    ...fromMany,
    act: (folder, words) => endedAt("some files are written", "SIGKILL", folder, words),
  },
  "SIGINT (Ctrl-C) between two files": {
    ...fromMany,
    act: (folder, words) => endedAt("some files are written", "SIGINT", folder, words),
  },
  "SIGTERM between two files": {
    ...fromMany,
    act: (folder, words) => endedAt("some files are written", "SIGTERM", folder, words),
  },

  "a file that has changed since it was mended": {
    async act(folder, words) {
      await built(folder, ["fix"]);
      folder.write({ "hit.js": `${upgraded}// since\n` });
      return built(folder, words);
    },
  },
  "a journal with a line that is cut off": {
    async act(folder, words) {
      await built(folder, ["fix"]);
      changeJournal(folder, (text) => text.replace(/\{"path":"hit\.js".{40}/, ""));
      return built(folder, words);
    },
  },
  "nothing to undo": {},
};
