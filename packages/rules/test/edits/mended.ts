import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { applyEdits } from "../../src/edits/apply-edits.js";
import { createMender, type Mend, type Mender } from "../../src/edits/mend.js";
import type { OptionName } from "../../src/option-names.js";
import { viewOf } from "../../src/source/program/file-view.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import type { OptionValue, TlsOptions } from "../../src/source/sites/tls-options.js";

type Pick = (mend: Mender, value: OptionValue, options: TlsOptions) => Mend | undefined;

/** The text after a mend of the first known value of an option, which has to parse; undefined when there is no mend. */
export function mended(code: string, option: OptionName, pick: Pick): string | undefined {
  const program = viewOf(parseSource("example.ts", code));
  for (const options of findTlsOptions(program)) {
    const values = options.values(option);
    const value = values.find(({ kind }) => kind === "known") ?? values[0];
    if (!value) continue;
    const mend = pick(createMender(program, options), value, options);
    return (
      mend &&
      parsed(
        applyEdits(
          code,
          [...mend.edits].sort((a, b) => a.range[0] - b.range[0]),
        ),
      )
    );
  }
  throw new Error(`There is no ${option} in ${code}`);
}

function parsed(code: string): string {
  parseSource("example.ts", code);
  return code;
}

export const removed = (code: string, option: OptionName) =>
  mended(code, option, (mend, value) => mend.removeOption(value));

export const replaced = (code: string, option: OptionName, to: string | number | boolean) =>
  mended(code, option, (mend, value) => mend.replaceValue(value, to));

/** `secureProtocol` turned into `minVersion: 'TLSv1.2'`. */
export const respelt = (code: string) =>
  mended(code, "secureProtocol", (mend, value) => mend.replaceOption(value, "minVersion", "TLSv1.2"));

/** `minVersion: 'TLSv1.2'` behind another option. */
export const added = (code: string, after: OptionName) =>
  mended(code, after, (mend, value) => mend.addOption(value, "minVersion", "TLSv1.2"));
