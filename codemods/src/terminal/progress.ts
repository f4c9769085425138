import type { Count, Counts } from "../engine/survey/counts.js";
import { columnsOf, terminalColumns, wrapCharacters } from "./columns.js";
import type { Host } from "./host.js";
import { grouped, plural } from "./plural.js";
import { printable } from "./printable.js";
import { showLines, showStatus } from "./show.js";

/** Where a line can be taken back: after so long for the first time, and then so often, in milliseconds. */
const inPlace = { first: 800, every: 100 };
/** Elsewhere, where every line stays: often enough for a system that ends what is silent for ten minutes. */
const inLog = { first: 60_000, every: 60_000 };

/** Fewer say nothing about those that follow. */
const enoughForRate = 20;
/** What was judged before that, or taken up from an earlier run, says nothing either. */
const rateMilliseconds = 30_000;

/**
 * How far the work is, with how many candidates are judged a second and the time that those known so far still take, once there is enough to tell
 * it from. Of several repositories it names the one that is being judged, and how far that is.
 */
export function progressOf({ total, byRepository, latest }: Counts, perSecond: number): string {
  return [
    `${plural(total.seen, "file")} seen`,
    `${judgedOf(total)} candidates judged`,
    ...(total.judged < enoughForRate || perSecond === 0
      ? []
      : [
          `${Number(perSecond.toPrecision(2))} a second`,
          `${durationOf((total.candidates - total.judged) / perSecond)} for those that wait`,
        ]),
    ...(latest === undefined || byRepository.size === 1
      ? []
      : [
          `repository ${grouped([...byRepository.keys()].indexOf(latest) + 1)} of ${grouped(byRepository.size)}: ${judgedOf(byRepository.get(latest)!)} in ${latest}`,
        ]),
  ].join(" · ");
}

function judgedOf({ judged, candidates }: Count): string {
  return `${grouped(judged)} of ${grouped(candidates)}`;
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Number((minutes / 60).toPrecision(2))} h`;
}

/**
 * Says on standard error how far the work is when it lasts: on a terminal in a line that is renewed, elsewhere in a line a minute.
 * Returns how to end it, which takes the line of a terminal away.
 */
export function showProgress({ stderr, env }: Pick<Host, "stderr" | "env">, counts: Counts): () => void {
  const isInPlace = stderr.isTTY && !env["CI"] && env["TERM"] !== "dumb";
  const { first, every } = isInPlace ? inPlace : inLog;
  const startedAt = performance.now();
  const rate = measureRate(counts);
  let isShown = false;
  const timer = setInterval(() => {
    const perSecond = rate();
    if (performance.now() - startedAt < first) return;
    const line = progressOf(counts, perSecond);
    if (isInPlace) showStatus(stderr, cut(line, terminalColumns(stderr)));
    else showLines(stderr, [line]);
    isShown = true;
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (isShown && isInPlace) showStatus(stderr);
  };
}

/** How many candidates were judged a second, when it was asked last or not long before. */
function measureRate({ total }: Counts): () => number {
  const marks = [{ at: performance.now(), judged: 0 }];
  return () => {
    const now = { at: performance.now(), judged: total.judged };
    while (marks.length > 1 && now.at - marks[1]!.at >= rateMilliseconds) marks.shift();
    const [{ at, judged }] = marks as [(typeof marks)[number]];
    marks.push(now);
    return (now.judged - judged) / ((now.at - at) / 1000);
  };
}

/** Only the last of the rows that a line takes can be taken back. */
function cut(line: string, columns = Infinity): string {
  const text = printable(line);
  return columnsOf(text) < columns ? text : `${wrapCharacters(text, columns - 2)[0]!}…`;
}
