import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { recordSessions } from "../../tools/record-sessions.js";

it("docs/sessions.md is what the tool prints, byte for byte", async () => {
  for (const [path, text] of await recordSessions())
    expect(text).toBe(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
}, 600_000);
