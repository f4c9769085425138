import { readFileSync } from "node:fs";

interface ShardTable {
  /** How many random trees are tried, and how large they get. */
  readonly property: Readonly<Record<"trees" | "seed" | "mostFiles" | "mostRepositories" | "mostShards", number>>;
  /** What `merge` refuses, and the parts of what it says. */
  readonly refusals: readonly { readonly given: string; readonly says: readonly string[] }[];
}

/** What docs/shards.md says, and the tests hold. */
export const { property, refusals }: ShardTable = JSON.parse(
  readFileSync(new URL("./shards.json", import.meta.url), "utf8"),
);
