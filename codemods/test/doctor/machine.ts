import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder with programs that answer as told, and with files beside them. */
export interface Machine {
  readonly folder: string;
  /** With nothing on PATH but the programs. */
  readonly env: NodeJS.ProcessEnv;
  /** Writes a file and gives its path. */
  write(name: string, text: string): string;
}

/** For one test, after which it is gone. @param programs the bodies of shell scripts, by the command's name. */
export function createMachine(programs: Readonly<Record<string, string>> = {}): Machine {
  const folder = mkdtempSync(join(tmpdir(), "tls-codemod-doctor-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    folder,
    env: { PATH: bin },
    write(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
  };
}

/** A script that prints an answer, whatever it is asked. */
export function prints(text: string): string {
  return `echo '${text}'`;
}
