import { findGroup, findSignatureAlgorithm, judgeGroup, judgeSignatureAlgorithm } from "tls-policy";
import { removeSetting, replaceSetting } from "../../edits/setting-mends.js";
import type { OpenSslCommand } from "../../setting.js";
import type { Settings } from "../../settings.js";
import { namesIn, withoutNames } from "../shared/name-lists.js";
import { enumerate, levelOf, worstOffence } from "../shared/violations.js";
import type { CommandReport } from "./command-report.js";

/** What `Groups`, and `Curves` as it was called before, offers for the key exchange. */
export function judgeGroupNames(command: OpenSslCommand, settings: Settings): readonly CommandReport[] {
  return judgeNames(command, settings, findGroup, judgeGroup);
}

/** What `SignatureAlgorithms` offers. */
export function judgeSignatureNames(command: OpenSslCommand, settings: Settings): readonly CommandReport[] {
  return judgeNames(command, settings, findSignatureAlgorithm, judgeSignatureAlgorithm);
}

function judgeNames(
  command: OpenSslCommand,
  { policy, runtimes }: Settings,
  find: (name: string, line: "3.5") => { readonly name: string } | undefined,
  judge: typeof judgeGroup,
): readonly CommandReport[] {
  const { name, value, removal } = command;
  if (!value.isKnown) return [];
  // releases that do not know a name offer something else, which is not the file's doing
  const known = namesIn(value.text).flatMap((written) => find(written, "3.5")?.name ?? []);
  const offence = worstOffence(
    known.flatMap((each) => runtimes.map((runtime) => ({ value: each, runtime, ...judge(policy, each) }))),
  );
  if (!offence) return [];
  const { status, reference, names } = offence;
  const isUnwanted = (written: string) => {
    const own = find(written, "3.5")?.name;
    return own !== undefined && ["prohibited", "deprecated"].includes(judge(policy, own).status);
  };
  const left = withoutNames(value.text, isUnwanted);
  return [
    {
      at: command,
      messageId: status === "prohibited" ? "prohibitedNames" : "deprecatedNames",
      data: { command: name, names: enumerate(names), reference },
      level: levelOf(status),
      grade: "upgrade",
      mend: left === "" ? removeSetting(removal, name) : replaceSetting(value, name, left),
    },
  ];
}
