import { hashOf, type Filter } from "./filter.js";

const pause = 300;
let timer = 0;

/** Puts the filter into the address, so that what is seen can be sent to somebody. Browsers refuse more than a few changes a second. */
export function keepInAddress(filter: Filter): void {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(null, "", hashOf(filter)), pause);
}
