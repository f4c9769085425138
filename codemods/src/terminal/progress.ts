import type { Counts } from "../engine/survey/take-survey.js";
import type { Host } from "./host.js";
import { grouped } from "./plural.js";
import { showStatus } from "./show.js";

const firstAfterMilliseconds = 800;
const everyMilliseconds = 100;

/** Fewer say nothing about those that follow. */
const enoughForRate = 20;

/** How far the work is after so many seconds; with a rate, and the time that the candidates known so far still take, once there is enough to tell it from. */
export function progressOf({ seen, candidates, judged }: Counts, seconds: number): string {
  const done = `${grouped(seen)} files seen · ${grouped(judged)} of ${grouped(candidates)} candidates judged`;
  if (judged < enoughForRate) return done;
  const rate = judged / seconds;
  return `${done} · ${Number(rate.toPrecision(2))} a second · ${durationOf((candidates - judged) / rate)} for those that wait`;
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Number((minutes / 60).toPrecision(2))} h`;
}

/** A line on standard error that says how far the work is, when that is a terminal and the work lasts. Returns how to end it, which takes the line away. */
export function showProgress({ stderr, env }: Host, counts: Counts): () => void {
  if (!stderr.isTTY || env["CI"] || env["TERM"] === "dumb") return () => undefined;
  const startedAt = performance.now();
  let isShown = false;
  const timer = setInterval(() => {
    if (performance.now() - startedAt < firstAfterMilliseconds) return;
    isShown = true;
    showStatus(stderr, progressOf(counts, (performance.now() - startedAt) / 1000));
  }, everyMilliseconds);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isShown) showStatus(stderr);
  };
}
