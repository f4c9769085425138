import { describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { createMender, type Mend, type Mender } from "../../src/edits/mend.js";
import type { MendableGrade } from "../../src/finding.js";
import type { OptionName } from "../../src/option-names.js";
import { firstRight, judgedMend } from "../../src/rules/shared/mend-effects.js";
import { resolveSettings } from "../../src/settings.js";
import { withinBudget } from "../../src/source/program/budget.js";
import { viewOf } from "../../src/source/program/file-view.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import type { OptionValue } from "../../src/source/sites/tls-options.js";

const node = `const tls = require("tls"); const https = require("https");\n`;
const settings = resolveSettings();

/** The grade with which a mend of the first value of an option may be made; undefined where it may not. */
function gradeOf(
  code: string,
  option: OptionName,
  grade: MendableGrade,
  pick: (mend: Mender, value: OptionValue) => Mend | undefined,
): MendableGrade | undefined {
  const program = viewOf(parseSource("a.js", node + code));
  const options = findTlsOptions(program).find((each) => each.has(option))!;
  const [value] = options.values(option);
  const mend = pick(createMender(program, options), value!);
  const [answer] = withinBudget(program.file, () => {
    const judged = judgedMend({ at: value!, messageId: "x", mend, grade }, program, settings);
    const isRight = firstRight([mend], grade, program, settings) !== undefined;
    const kept = { mend, ...judged }.mend;
    return [{ grade: kept && judged.grade, isRight }];
  });
  expect(answer!.isRight || answer!.grade === undefined).toBe(true);
  return answer!.grade;
}

describe("A mend is judged for everybody who lives by it:", () => {
  const raised = (mend: Mender, value: OptionValue) => mend.replaceValue(value, "TLSv1.2");
  const removed = (mend: Mender, value: OptionValue) => mend.removeOption(value);

  it.each([
    ["a value that is raised", `tls.connect({ minVersion: "TLSv1" });`, "minVersion", "upgrade", raised, "upgrade"],
    ["the same as grade fix", `tls.connect({ minVersion: "TLSv1" });`, "minVersion", "fix", raised, undefined],
    [
      "what is dead everywhere",
      `https.createServer({ rejectUnauthorized: false });`,
      "rejectUnauthorized",
      "fix",
      removed,
      "fix",
    ],
    [
      "what is dead on one side",
      `const o = { rejectUnauthorized: false }; https.createServer(o); https.get(o);`,
      "rejectUnauthorized",
      "fix",
      removed,
      undefined,
    ],
    [
      "a user out of sight",
      `const o = { minVersion: "TLSv1" }; audit(o); tls.connect(o);`,
      "minVersion",
      "upgrade",
      raised,
      "ask",
    ],
    [
      "a guard",
      `exports.open = (insecure) => insecure ? tls.connect({ minVersion: "TLSv1" }) : tls.connect({});`,
      "minVersion",
      "upgrade",
      raised,
      undefined,
    ],
    ["a reason", `tls.connect({\n  // the till\n  minVersion: "TLSv1",\n});`, "minVersion", "upgrade", raised, "ask"],
    [
      "a reason for what goes",
      `tls.connect({\n  // the till\n  maxVersion: "TLSv1.2",\n});`,
      "maxVersion",
      "upgrade",
      removed,
      undefined,
    ],
    [
      "an option that another one needs",
      `tls.connect({ secureProtocol: "TLSv1_2_method", sigalgs: "RSA+SHA1" });`,
      "secureProtocol",
      "upgrade",
      removed,
      "upgrade",
    ],
    [
      "an option that a later write asks for",
      `const o = { maxVersion: "TLSv1.2" }; o.maxVersion ||= given; tls.connect(o);`,
      "maxVersion",
      "upgrade",
      removed,
      undefined,
    ],
    [
      "what covers something out of sight",
      `exports.open = (base) => tls.connect({ ...base, maxVersion: "TLSv1.2" });`,
      "maxVersion",
      "upgrade",
      removed,
      "upgrade",
    ],
  ] as const)("%s", (_name, code, option, grade, pick, expected) => {
    expect(gradeOf(code, option, grade, pick)).toBe(expected);
  });
});
