import type { Runtime } from "tls-policy";

// more than a program has of them
const limit = 500;

/** Answers about runtimes that are asked for again and again, by what they are about: programs write the same few options, and start processes with the same few flags. */
export function rememberedOn<Answer>() {
  const answers = new WeakMap<Runtime | readonly Runtime[], Map<string, Answer>>();
  return (runtimes: Runtime | readonly Runtime[], key: string, fresh: () => Answer): Answer => {
    const known = answers.get(runtimes) ?? new Map<string, Answer>();
    answers.set(runtimes, known);
    if (known.has(key)) return known.get(key)!;
    if (known.size === limit) known.clear();
    const answer = fresh();
    known.set(key, answer);
    return answer;
  };
}
