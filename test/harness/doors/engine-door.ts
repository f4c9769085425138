import { analyze, resolveSettings } from "tls-rules";
import { mendText } from "../../../codemods/src/engine/mend-text.js";
import { parseSource } from "../../../codemods/src/engine/parse-source.js";
import type { Door } from "./reading.js";

/** The command line's engine: oxc and typescript-eslint's scope manager. */
export const engineDoor: Door = {
  name: "engine",
  canRead: () => true,
  read(rule, { code, path, settings }) {
    const resolved = resolveSettings(settings);
    return {
      findings: analyze(parseSource(path, code), resolved, [rule]),
      output: mendText(path, code, resolved, { rules: [rule], grades: ["fix", "upgrade", "ask"] }).text,
    };
  },
};
