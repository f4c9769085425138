import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";
import { contextSites } from "./public-code/contexts.js";
import { databaseSites } from "./public-code/databases.js";
import { foreignSites } from "./public-code/from-elsewhere.js";
import { httpClientSites } from "./public-code/http-clients.js";
import { piecemealSites } from "./public-code/in-pieces.js";
import { publicLookAlikes } from "./public-code/look-alikes.js";
import { mailAndMessageSites } from "./public-code/mail-and-messages.js";
import { operationsSites } from "./public-code/operations.js";
import { patchedSites } from "./public-code/patched-and-told.js";
import { requestsSites } from "./public-code/requests.js";
import type { Site } from "./public-code/site.js";
import { standardLibrarySites } from "./public-code/standard-library.js";

const kinds: readonly (readonly [kind: string, sites: readonly Site[]])[] = [
  ["the standard library", standardLibrarySites],
  ["contexts", contextSites],
  ["requests", requestsSites],
  ["clients and servers of HTTP", httpClientSites],
  ["mail and messages", mailAndMessageSites],
  ["databases", databaseSites],
  ["operations", operationsSites],
  ["objects from elsewhere", foreignSites],
  ["what is patched and told", patchedSites],
  ["what is in pieces", piecemealSites],
];

const lineOf = (text: string, code: string) => code.slice(0, code.indexOf(text)).split("\n").length;

describe.each(kinds)("weak places as public code has them, of %s", (_kind, sites) => {
  it.each(sites)("$name", async ({ code, finds, isChoice = false, path }) => {
    const { findings, fixed } = await judgePython(code, {}, path);
    const found = findings.map((finding) => finding.split(" "));
    for (const [text, rule] of finds) {
      expect(code).toContain(text);
      const levels = found
        .filter(([line, name]) => Number(line) === lineOf(text, code) && name === rule)
        .map((each) => each[2]);
      expect(levels, `${text}: ${rule}`).not.toEqual([]);
      if (isChoice) expect(fixed).toContain(text);
      else expect(levels, `${text}: ${rule}`).not.toEqual(["note"]);
    }
  });
});

describe("look-alikes as public code has them", () => {
  it.each(publicLookAlikes.map(([name, code, path]) => ({ name, code, path })))("$name", async ({ code, path }) => {
    const { findings, asked } = await judgePython(code, {}, path);
    expect(findings.filter((finding) => finding.split(" ")[2] !== "note")).toEqual([]);
    expect(asked).toBe(code);
  });
});
