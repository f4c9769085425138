import type { SourceFile } from "tls-rules";

/** The part of the playground that needs no page. Its types belong to the docs' own build, so it is loaded by address. */
const folder = new URL("../../docs/site/playground/", import.meta.url);

interface Example {
  readonly title: string;
  readonly language: "javascript" | "typescript";
  readonly code: string;
}

interface PlaygroundState {
  readonly code: string;
  readonly language: "javascript" | "typescript";
  readonly node: string;
  readonly profile: string;
  readonly ask: boolean;
}

interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly range: readonly number[];
  readonly grade: string;
  readonly level: string;
  readonly excerpt: { readonly text: string; readonly start: number; readonly end: number };
  readonly edits: readonly { readonly range: readonly number[]; readonly text: string }[];
}

interface Row {
  readonly runtimes: string;
  readonly outcome: string;
  readonly versions: readonly { readonly name: string; readonly status: string }[];
  readonly verification: string;
}

interface Judged {
  readonly kind: "judged";
  readonly findings: readonly Finding[];
  readonly optionSets: readonly {
    readonly title: string;
    readonly undecided: string;
    readonly combinations: readonly { readonly values: readonly string[]; readonly rows: readonly Row[] }[];
  }[];
  readonly migrated: string;
}

interface Failed {
  readonly kind: "failed";
  readonly field: "code" | "node";
  readonly message: string;
}

const load = (name: string) => import(/* @vite-ignore */ new URL(name, folder).href);

export const { readSource } = (await load("read-source.ts")) as {
  readSource(text: string, language: "javascript" | "typescript"): SourceFile;
};
export const { judgeCode } = (await load("judge-code.ts")) as { judgeCode(state: PlaygroundState): Judged | Failed };
export const { initialState, toHash, fromHash } = (await load("state.ts")) as {
  initialState: PlaygroundState;
  toHash(state: PlaygroundState): string;
  fromHash(hash: string): PlaygroundState;
};
export const { examples } = (await load("examples.ts")) as { examples: readonly Example[] };

/** What the playground says of some code, with the initial settings but for those given. */
export function judged(state: Partial<PlaygroundState>): Judged {
  const judgement = judgeCode({ ...initialState, ...state });
  if (judgement.kind === "failed") throw new Error(judgement.message);
  return judgement;
}
