import type { Counts } from "../engine/survey/take-survey.js";
import type { Host } from "./host.js";
import { grouped } from "./plural.js";
import { showStatus } from "./show.js";

const firstAfterMilliseconds = 800;
const everyMilliseconds = 100;

/** A line on standard error that says how far the work is, when that is a terminal and the work lasts. Returns how to end it, which takes the line away. */
export function showProgress({ stderr, env }: Host, counts: Counts): () => void {
  if (!stderr.isTTY || env["CI"] || env["TERM"] === "dumb") return () => undefined;
  const startedAt = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    if (performance.now() - startedAt < firstAfterMilliseconds) return;
    isShown = true;
    showStatus(
      stderr,
      `${grouped(counts.seen)} files seen · ${counts.judged} of ${counts.candidates} candidates judged`,
    );
  }, everyMilliseconds);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isShown) showStatus(stderr);
  };
}
