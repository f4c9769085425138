import type { FormatEntry } from "./format.js";

/** Every format by the name that --format and -o know it by. */
export const formats: Readonly<Record<string, FormatEntry>> = {
  pretty: { load: () => import("./pretty.js"), needs: [], extensions: [".txt"] },
  json: { load: () => import("./json.js"), needs: ["repository"], extensions: [".json"] },
  jsonl: { load: () => import("./jsonl.js"), needs: ["repository"], extensions: [".jsonl", ".ndjson"] },
  sarif: { load: () => import("./sarif.js"), needs: ["repository"], extensions: [".sarif", ".sarif.json"] },
  github: { load: () => import("./github.js"), needs: [], extensions: [] },
  gitlab: { load: () => import("./gitlab.js"), needs: [], extensions: [] },
  rdjsonl: { load: () => import("./rdjsonl.js"), needs: [], extensions: [".rdjsonl"] },
  csv: { load: () => import("./csv.js"), needs: [], extensions: [".csv"] },
  md: { load: () => import("./md.js"), needs: [], extensions: [".md", ".markdown"] },
  html: { load: () => import("./html.js"), needs: ["repository"], extensions: [".html", ".htm"] },
  diff: { load: () => import("./diff.js"), needs: ["patches"], extensions: [".diff", ".patch"] },
  stat: { load: () => import("./stat.js"), needs: ["patches"], extensions: [] },
};
