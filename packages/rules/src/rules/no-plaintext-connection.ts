import { defineRule } from "../define-rule.js";
import { replaceSetting } from "../edits/setting-mends.js";
import type { Level } from "../finding.js";
import { postgresVariable } from "../other-files/watched-variables.js";
import { plaintextIn } from "../source/sites/connection-text.js";
import { type PlaintextUse, plaintextUses } from "../source/sites/plaintext-uses.js";

export default defineRule({
  name: "no-plaintext-connection",
  meta: {
    type: "problem",
    description: "disallow connections of clients without TLS, or that go on without it",
    preset: "strict",
    grades: ["ask"],
    transform: "plaintext-to-tls-connection",
    cwe: [319],
    references: ["RFC 9325, section 3.2"],
    messages: {
      none: "`{{code}}` has {{client}} talk to {{machine}} without TLS: what is sent can be read and changed on its way (RFC 9325, section 3.2). {{remedy}}",
      variable:
        "`{{code}}` in `{{variable}}` has whoever connects with it talk to another machine without TLS: what is sent can be read and changed on its way (RFC 9325, section 3.2). Use `sslmode=verify-full`.",
      mode: "`{{variable}}` set to `{{mode}}` has {{effect}} (RFC 9325, section 3.2). Set it to `verify-full`, and name what signs a self-signed or company certificate in `sslrootcert` or `ssl.ca`.",
      fallback:
        "`{{code}}` has {{client}} talk to {{machine}} without TLS where the offer of it is missing, which can be taken out on its way (RFC 9325, section 3.2). {{remedy}}",
    },
  },
  checkProgram(program, { report }) {
    for (const use of plaintextUses(program)) {
      const { client, of, code, machine } = use;
      const data = { code, client: client.name, remedy: of.remedy, machine: machines[machine] };
      report({ at: use, messageId: of.effect, data, level: levelOf(use) });
    }
  },
  checkSetting: {
    variable(setting, { report }) {
      const { name, value, isForeign } = setting;
      const mode = name === postgresVariable ? modes[value.text] : undefined;
      if (mode)
        report({
          at: setting,
          messageId: "mode",
          data: { variable: name, mode: value.text, effect: mode.effect },
          level: mode.level,
          grade: "ask",
          mend: isForeign ? undefined : replaceSetting(value, name, "verify-full"),
        });
      const said = plaintextIn(value.text);
      if (!said) return;
      const data = { code: value.text.slice(...said.range), variable: name };
      report({
        at: { range: value.rangeOf(...said.range) },
        messageId: "variable",
        data,
        level: said.isNear ? "note" : "warning",
        grade: "ask",
        mend: isForeign ? undefined : replaceSetting(value.slice(...said.valueRange), "sslmode", "verify-full"),
      });
    },
  },
});

/**
 * What libpq makes of them (its documentation, section "SSL Mode Descriptions"), and pg 8 (`readSSLConfigFromEnvironment` of
 * lib/connection-parameters.js). Which machine is meant, other variables say.
 */
const modes: Readonly<Record<string, { readonly effect: string; readonly level: Level }>> = Object.assign(
  Object.create(null),
  {
    disable: {
      effect: "libpq and pg talk without TLS: what is sent can be read and changed on its way",
      level: "warning",
    },
    allow: {
      effect: "libpq talk without TLS unless the server insists on it: what is sent can be read and changed on its way",
      level: "warning",
    },
    prefer: {
      effect:
        "libpq talk without TLS where the offer of it is missing, which can be taken out on its way; pg asks for TLS and verifies",
      level: "note",
    },
  },
);

const machines = { other: "another machine", unknown: "a machine that the code does not name" };

/** Which machine an address means only its users know, where the code does not; a default that is said again is no choice. */
function levelOf({ guard, machine, isCaught, of }: PlaintextUse): Level {
  const isImplied = of.isDefault === true || of.scheme !== undefined;
  return isCaught || guard !== undefined || (machine === "unknown" && isImplied) ? "note" : "warning";
}
