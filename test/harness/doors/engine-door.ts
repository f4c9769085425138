import { resolveSettings } from "tls-rules";
import { mendText } from "../../../codemods/src/engine/mending/mend-text.js";
import type { Door } from "./reading.js";

/** The command line's engine: oxc and scopes of its own. */
export const engineDoor: Door = {
  name: "engine",
  canRead: () => true,
  read(rule, { code, path, settings }) {
    const { before, text } = mendText(path, code, resolveSettings(settings), {
      rules: [rule],
      grades: ["fix", "upgrade", "ask"],
    });
    return { findings: before.findings, output: text };
  },
};
