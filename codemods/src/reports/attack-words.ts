import type { ReportAttack } from "./report.js";

/** What the code does not tell of an attack for which libraries have countermeasures. */
export const countermeasureCaveat =
  "a library may have countermeasures, which vendors also bring to old versions without a new number";

/** `BEAST (CVE-2011-3389)`. */
export function attackTitle({ name, advisories }: Pick<ReportAttack, "name" | "advisories">): string {
  return `${name} (${advisories.join(", ")})`;
}

/** What attacks need, and what the code does not tell of them: `possible with RC4`. */
export function attackMeaning({
  needs,
  hasCountermeasures,
}: Pick<ReportAttack, "needs" | "hasCountermeasures">): string {
  return `possible with ${needs}${hasCountermeasures ? `; ${countermeasureCaveat}` : ""}`;
}

/** The attacks of several findings, each once. */
export function attacksOfAll(
  findings: readonly { readonly attacks: readonly ReportAttack[] }[],
): readonly ReportAttack[] {
  return [
    ...new Map(findings.flatMap(({ attacks }) => attacks.map((attack) => [attack.name, attack] as const))).values(),
  ];
}
