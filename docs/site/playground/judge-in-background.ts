import type { Judgement } from "./judge-code.js";
import type { Answer, Question } from "./judge-worker.js";
import type { PlaygroundState } from "./state.js";

/** Judges in a worker, so that typing never waits. Only the answer to the newest question is handed on, with the state it is about. */
export function judgeInBackground(onJudged: (judgement: Judgement, state: PlaygroundState) => void) {
  const worker = new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" });
  let newest = 0;
  let asked: PlaygroundState;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (data.number === newest) onJudged(data.judgement, asked);
  });
  worker.addEventListener("error", ({ message }) =>
    onJudged({ kind: "failed", field: "rules", message: message || "The rules could not be loaded." }, asked),
  );
  return {
    ask(state: PlaygroundState) {
      asked = state;
      worker.postMessage({ number: ++newest, state } satisfies Question);
    },
    close: () => worker.terminate(),
  };
}
