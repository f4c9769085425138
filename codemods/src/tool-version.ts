import { readFileSync } from "node:fs";

/** The version of this package, from the package.json beside its sources and beside its build. */
export const toolVersion: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
