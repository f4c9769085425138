import { judgeCode, type Judgement } from "./judge-code.js";
import type { PlaygroundState } from "./state.js";

export interface Question {
  readonly number: number;
  readonly state: PlaygroundState;
}

export interface Answer {
  readonly number: number;
  readonly judgement: Judgement;
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage({ number: data.number, judgement: judgeCode(data.state) } satisfies Answer);
});
