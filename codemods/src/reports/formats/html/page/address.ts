import { type Filter, shows } from "./filter.js";

const pause = 250;
let timer = 0;

/** Puts the filter into the address, so that what is seen can be sent to somebody. Browsers refuse more than a few changes a second. */
export function keepInAddress(filter: Filter, first: Filter): void {
  clearTimeout(timer);
  timer = setTimeout(() => history.replaceState(null, "", hashOf(filter, first)), pause);
}

/** The filter of an address; what it does not name is as in the first one. */
export function filterOf(hash: string, first: Filter): Filter {
  const given = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : "");
  const named = Object.fromEntries(
    Object.entries(first).map(([name, value]) => [name, given.get(name) ?? value]),
  ) as Filter;
  return shows.includes(named.show) ? named : { ...named, show: first.show };
}

function hashOf(filter: Filter, first: Filter): string {
  const given = Object.entries(filter).filter(([name, value]) => value !== first[name as keyof Filter]);
  return given.length > 0 ? `#?${new URLSearchParams(given)}` : "#";
}
