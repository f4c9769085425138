import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const built = new URL("../../dist/engine/writing/write-lock.js", import.meta.url).href;

const program = `
import { lockWrites } from ${JSON.stringify(built)};
process.stdin.once("data", () => {
  try {
    lockWrites(process.argv[1]);
    process.stdout.write("writes");
  } catch (error) {
    process.stdout.write(error.name);
  }
  process.stdin.on("end", () => process.exit());
});
process.stdout.write("ready");
`;

/** A process that is about to write below a state folder. */
export interface LockHolder {
  readonly child: ChildProcess;
  /** Lets it try, and says `writes` or the name of the error. It then stays until it is killed, or the test ends. */
  attempt(): Promise<string>;
  kill(): Promise<void>;
}

/** Starts a process of its own that takes the lock when it is told to. */
export async function startLockHolder(stateFolder: string): Promise<LockHolder> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, "--", stateFolder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    child,
    async attempt() {
      child.stdin.write("go");
      return String((await once(child.stdout, "data"))[0]);
    },
    async kill() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
