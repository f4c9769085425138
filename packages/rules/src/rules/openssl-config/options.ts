import { secureOption } from "tls-policy";
import { removeSetting } from "../../edits/setting-mends.js";
import { removeItems } from "../../edits/text-edits.js";
import type { Edit } from "../../finding.js";
import type { OpenSslCommand } from "../../setting.js";
import type { Range } from "../../source-text.js";
import type { CommandReport } from "./command-report.js";

/** Words of `Options` and `Protocol` by the bit that they set. */
const bits: ReadonlyMap<string, string> = new Map([
  ["unsafelegacyrenegotiation", "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION"],
  ["unsafelegacyserverconnect", "SSL_OP_LEGACY_SERVER_CONNECT"],
  ["allownodhekex", "SSL_OP_ALLOW_NO_DHE_KEX"],
  ["-encryptthenmac", "SSL_OP_NO_ENCRYPT_THEN_MAC"],
  ["-tlsv1.3", "SSL_OP_NO_TLSv1_3"],
]);

/** Bits that weaken the connections they are set for. */
export function judgeOptions(command: OpenSslCommand): readonly CommandReport[] {
  const { name, value } = command;
  const items = [...value.text.matchAll(/[^,\s]+/g)];
  const places = items.map(({ 0: text, index }): Range => [index, index + text.length]);
  return items.flatMap(({ 0: option }, index): readonly CommandReport[] => {
    const { weakness, effect } = secureOption(bits.get(option.replace(/^\+/, "").toLowerCase()) ?? "") ?? {};
    if (!weakness || !effect) return [];
    return [
      {
        at: { range: value.rangeOf(...places[index]!) },
        messageId: "weakens",
        data: { command: name, option, effect, reference: weakness.reference },
        level: weakness.status === "prohibited" ? "error" : "warning",
        grade: "upgrade",
        mend: removeSetting(removalOf(command, places, index), option),
      },
    ];
  });
}

/** The word out of its list, or the command where it has no other. */
function removalOf(
  { value, removal }: OpenSslCommand,
  places: readonly Range[],
  index: number,
): readonly Edit[] | undefined {
  if (places.length === 1) return removal;
  const edits = removeItems(value.text, places, index, index + 1);
  return edits?.map(({ range, text }) => ({ range: value.rangeOf(...range), text }));
}
