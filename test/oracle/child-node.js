import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const probe = fileURLToPath(new URL("probe.cjs", import.meta.url));

/** A process that answers questions, a line of JSON each, one at a time. */
export class Child {
  #process;
  #waiting = [];
  #errors = "";

  /**
   * @param {string} executable path of the program
   * @param {readonly string[]} words its arguments
   */
  constructor(executable, words) {
    this.#process = spawn(executable, words, {
      stdio: ["pipe", "pipe", "pipe"],
      env: withoutTlsSettings(process.env),
    });
    createInterface({ input: this.#process.stdout }).on("line", (line) =>
      this.#waiting.shift()?.resolve(JSON.parse(line)),
    );
    this.#process.stderr
      .setEncoding("utf8")
      .on("data", (text) => (this.#errors = `${this.#errors}${text}`.slice(-2000)));
    this.#process.on("close", (code, signal) =>
      this.#failAll(new Error(`${executable} ended with ${signal ?? code}: ${this.#errors}`)),
    );
    this.#process.stdin.on("error", () => {});
  }

  /** Asks one question and waits for its answer; rejects when the process ends instead. */
  ask(question) {
    return new Promise((resolve, reject) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null)
        reject(new Error(`It had ended before the question: ${this.#errors}`));
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  #failAll(error) {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  close() {
    this.#process.stdin.end();
    this.#process.kill();
  }
}

/** A Node process that answers the questions of `probe.cjs`. */
export class ChildNode extends Child {
  constructor(executable, flags = []) {
    super(executable, [...flags, probe]);
  }
}

function withoutTlsSettings({ NODE_OPTIONS, NODE_TLS_REJECT_UNAUTHORIZED, NODE_EXTRA_CA_CERTS, OPENSSL_CONF, ...env }) {
  return env;
}
