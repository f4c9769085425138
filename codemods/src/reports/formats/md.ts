import type { Report } from "../report.js";
import { fit, type Part } from "./md/fit.js";
import {
  acceptedPart,
  byHandPart,
  changesPart,
  notesPart,
  repositoriesPart,
  summaryPart,
  unreadPart,
} from "./md/sections.js";

/** https://github.com/orgs/community/discussions/27190 */
const longestBody = 65_536;

/** Markdown for the body of a pull request: what changes and why, who may stop connecting, and what is left for a person. */
export function render(report: Report): Iterable<string> {
  const parts: readonly Part[] = [
    summaryPart,
    repositoriesPart,
    changesPart,
    byHandPart,
    unreadPart,
    notesPart,
    acceptedPart,
  ].flatMap((part) => part(report));
  return [fit(parts, longestBody)];
}
