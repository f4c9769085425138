import type { FormatEntry } from "./format.js";

/** Every format by the name that --format and -o know it by. */
export const formats: Readonly<Record<string, FormatEntry>> = {
  pretty: { load: () => import("./pretty.js"), reader: "people", needs: [], uses: ["patches"], extensions: [".txt"] },
  concise: { load: () => import("./concise.js"), reader: "people", needs: [], extensions: [] },
  summary: { load: () => import("./summary.js"), reader: "people", needs: [], extensions: [] },
  json: { load: () => import("./json.js"), reader: "programs", needs: ["repository"], extensions: [".json"] },
  jsonl: {
    load: () => import("./jsonl.js"),
    reader: "programs",
    needs: ["repository"],
    extensions: [".jsonl", ".ndjson"],
  },
  sarif: {
    load: () => import("./sarif.js"),
    reader: "programs",
    needs: ["repository"],
    extensions: [".sarif", ".sarif.json"],
  },
  github: { load: () => import("./github.js"), reader: "programs", needs: [], extensions: [] },
  gitlab: { load: () => import("./gitlab.js"), reader: "programs", needs: [], extensions: [] },
  "gitlab-sast": { load: () => import("./gitlab-sast.js"), reader: "programs", needs: [], extensions: [] },
  rdjsonl: { load: () => import("./rdjsonl.js"), reader: "programs", needs: [], extensions: [".rdjsonl"] },
  csv: { load: () => import("./csv.js"), reader: "people", needs: [], extensions: [".csv"] },
  md: { load: () => import("./md.js"), reader: "people", needs: [], extensions: [".md", ".markdown"] },
  html: { load: () => import("./html.js"), reader: "programs", needs: ["repository"], extensions: [".html", ".htm"] },
  diff: { load: () => import("./diff.js"), reader: "patch", needs: ["patches"], extensions: [".diff", ".patch"] },
  stat: { load: () => import("./stat.js"), reader: "people", needs: ["patches"], extensions: [] },
};
