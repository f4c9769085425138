import type { PlaceInText } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import { replaceSetting } from "../../edits/setting-mends.js";
import type { EnvironmentVariable } from "../../setting.js";
import { type WeakParameter, weakParameters } from "../../source/sites/connection-text.js";
import { machineOf, serverIn } from "../../source/sites/machines.js";

/** A parameter of a connection string in a variable, where it stands and what mends it. */
interface Found {
  readonly at: PlaceInText;
  /** As written: `sslmode=no-verify`. */
  readonly parameter: string;
  readonly isOfOwnMachine: boolean;
  readonly mend: Mend | undefined;
}

/** The parameters of the connection string that a variable holds which take one kind of verification away. */
export function weakParametersOf(
  { value, isForeign }: EnvironmentVariable,
  option: WeakParameter["option"],
): readonly Found[] {
  return weakParameters(value.text)
    .filter((parameter) => parameter.option === option)
    .map(({ name, range, valueRange, sound }) => ({
      at: { range: value.rangeOf(...range) },
      parameter: value.text.slice(...range),
      isOfOwnMachine: machineOf(serverIn(value.text)) === "own",
      mend: sound === undefined || isForeign ? undefined : replaceSetting(value.slice(...valueRange), name, sound),
    }));
}
