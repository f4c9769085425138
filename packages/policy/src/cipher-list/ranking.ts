import type { CipherEntry } from "./selectors.js";

/** All suites of a build in one list, each active or not, as `ssl_cipher_apply_rule` works on it. */
export interface CipherRanking {
  readonly order: readonly CipherEntry[];
  readonly active: ReadonlySet<CipherEntry>;
}

export type RankingOperation = "add" | "remove" | "delete" | "move-to-end" | "move-to-front";

export function applyRule(
  { order, active }: CipherRanking,
  operation: RankingOperation,
  isMatch: (entry: CipherEntry) => boolean,
): CipherRanking {
  const wantsActive = operation !== "add";
  const moved = order.filter(
    (entry) => isMatch(entry) && (operation === "delete" || active.has(entry) === wantsActive),
  );
  if (moved.length === 0) return { order, active };
  const movedSet = new Set(moved);
  const rest = order.filter((entry) => !movedSet.has(entry));
  const others = () => new Set([...active].filter((entry) => !movedSet.has(entry)));
  switch (operation) {
    case "add":
      return { order: [...rest, ...moved], active: new Set([...active, ...moved]) };
    case "remove":
      return { order: [...moved, ...rest], active: others() };
    case "delete":
      return { order: rest, active: others() };
    case "move-to-end":
      return { order: [...rest, ...moved], active };
    case "move-to-front":
      return { order: [...moved, ...rest], active };
  }
}

export function sortByStrength({ order, active }: CipherRanking): CipherRanking {
  const isActive = (entry: CipherEntry) => active.has(entry);
  const sorted = order.filter(isActive).sort((left, right) => right.strengthBits - left.strengthBits);
  return { order: [...order.filter((entry) => !isActive(entry)), ...sorted], active };
}

const always = () => true;
const usesEphemeralKey = ({ suite }: CipherEntry) => suite.keyExchange === "DHE" || suite.keyExchange === "ECDHE";

/** The preference OpenSSL gives its suites before it reads the first rule (`ssl_create_cipher_list`), with none active. */
export function arrange(entries: readonly CipherEntry[]): readonly CipherEntry[] {
  const isEcdhe = ({ suite }: CipherEntry) => suite.keyExchange === "ECDHE";
  const steps: readonly (readonly [RankingOperation, (entry: CipherEntry) => boolean] | "sort")[] = [
    ["add", (entry) => isEcdhe(entry) && entry.suite.authentication === "ECDSA"],
    ["add", isEcdhe],
    ["remove", isEcdhe],
    ["add", ({ suite }) => /^AES.*GCM$/.test(suite.encryption)],
    ["add", ({ suite }) => suite.encryption === "CHACHA20-POLY1305"],
    ["add", ({ suite }) => suite.encryption.startsWith("AES")],
    ["add", always],
    ["move-to-end", ({ suite }) => suite.mac === "MD5"],
    ["move-to-end", ({ suite }) => suite.authentication === "anon"],
    ["move-to-end", ({ suite }) => suite.keyExchange === "RSA"],
    ["move-to-end", ({ suite }) => suite.keyExchange === "PSK"],
    "sort",
    ["move-to-front", ({ suite }) => suite.minVersion === "TLSv1.2"],
    ["move-to-front", ({ suite }) => suite.isAead],
    ["move-to-front", usesEphemeralKey],
    ["move-to-front", (entry) => usesEphemeralKey(entry) && entry.suite.isAead],
  ];
  const start: CipherRanking = { order: entries, active: new Set() };
  return steps.reduce(
    (ranking, step) => (step === "sort" ? sortByStrength(ranking) : applyRule(ranking, ...step)),
    start,
  ).order;
}
