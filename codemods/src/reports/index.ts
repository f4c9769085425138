import type { FormatEntry } from "./format.js";

/** Every format by the name that --format and -o know it by. */
export const formats: Readonly<Record<string, FormatEntry>> = {
  pretty: { load: () => import("./pretty.js"), needs: [], extensions: [".txt"] },
  json: { load: () => import("./json.js"), needs: ["repository"], extensions: [".json"] },
  jsonl: { load: () => import("./jsonl.js"), needs: ["repository"], extensions: [".jsonl", ".ndjson"] },
  diff: { load: () => import("./diff.js"), needs: ["patches"], extensions: [".diff", ".patch"] },
  stat: { load: () => import("./stat.js"), needs: ["patches"], extensions: [] },
};
