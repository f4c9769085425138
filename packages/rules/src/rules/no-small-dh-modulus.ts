import { defineRule } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Level } from "../finding.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import { resolveMember } from "../source/values/module-bindings.js";
import { dhSizeMessages, judgeDhSize } from "./openssl-calls/dh-size.js";
import { type Verdict, verdictsOf } from "./shared/verdicts.js";
import { onSome, verdictsWith, violationsIn, worstOffence } from "./shared/violations.js";

export default defineRule({
  name: "no-small-dh-modulus",
  meta: {
    type: "problem",
    description: "disallow Diffie-Hellman moduli that are smaller than the policy's",
    preset: "recommended",
    grades: ["upgrade"],
    transform: "small-to-recommended-dh-modulus",
    cwe: [326],
    attacks: ["Logjam"],
    references: [
      "RFC 9325, section 4.5",
      "https://nodejs.org/api/tls.html#tlsconnectoptions-callback",
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
    ],
    messages: {
      ...dhSizeMessages,
      accepted:
        "`{{option}}` accepts a Diffie-Hellman modulus of {{size}} bits{{where}}, which {{reference}} prohibits. Ask for {{least}} bits or more.",
      given:
        "`{{option}}` has a Diffie-Hellman modulus of {{size}} bits{{where}}, which {{reference}} prohibits. {{remedy}}",
    },
    undecided: "may allow a small Diffie-Hellman modulus",
  },
  checkTlsOptions(options, { settings, program, report, mend, undecided }) {
    const { value: least } = settings.policy.minDHSize;
    for (const { value, verdicts, level } of sizesIn(options, program, settings)) {
      if (value.kind === "unknown" && verdicts.some(mayUseDhe)) undecided(value);
      const offence = worstOffence(violationsIn(verdictsWith(value, verdicts), settings.policy, "dh-size"));
      if (!offence) continue;
      const size = String(Math.min(...offence.names.map(Number)));
      const data = {
        option: value.write.key,
        size,
        where: onSome(offence.runtimes, settings),
        reference: offence.reference,
        least: String(least),
        remedy: remedyFor(settings),
      };
      const isServer = value.option === "dhparam";
      report({
        at: value,
        messageId: isServer ? "given" : "accepted",
        data,
        level,
        grade: "upgrade",
        mend: isServer ? chooseAutomatically(value, settings, mend) : mend.replaceValue(value, least),
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeDhSize(call, settings)) report(said);
  },
});

interface Size {
  readonly value: OptionValue;
  readonly verdicts: readonly Verdict[];
  /** Of a size that the policy prohibits. */
  readonly level: Level;
}

function sizesIn(options: TlsOptions, program: FileView, settings: Settings): readonly Size[] {
  return [...acceptedSizes(options, settings), ...givenSizes(options, program, settings)];
}

/** Only a connection asks for a size: a context does not read `minDHSize`, nor does a server. */
function acceptedSizes(options: TlsOptions, settings: Settings): readonly Size[] {
  const isConnection = options.side === "client" || (options.side === "unknown" && isOutOfSight(options));
  return isConnection
    ? options.values("minDHSize").map((value) => ({ value, verdicts: verdictsOf(options, settings), level: "error" }))
    : [];
}

/** Only a server gives parameters; whether a context is a server's is out of sight. */
function givenSizes(options: TlsOptions, program: FileView, settings: Settings): readonly Size[] {
  const values = options.side === "client" ? [] : options.values("dhparam");
  if (values.length === 0 || isForServerName(options, program)) return [];
  const verdicts = verdictsOf(options.side === "server" ? options : { ...options, side: "server" }, settings);
  return values.map((value) => ({
    value,
    verdicts,
    level: options.side === "server" || isOutOfSight(options) ? "error" : "note",
  }));
}

function isOutOfSight({ certainty }: TlsOptions): boolean {
  return certainty === "likely";
}

/** Measured on Node 16 to 26: of the context for a server name the certificate counts, not the parameters. */
function isForServerName({ anchor }: TlsOptions, program: FileView): boolean {
  return anchor.type === "CallExpression" && resolveMember(program, anchor.callee)?.path.at(-1) === "addContext";
}

/** TLS 1.3 has groups of its own, which are large enough. */
function mayUseDhe({ negotiation }: Verdict): boolean {
  return negotiation.outcome !== "offers" || negotiation.cipherSuites.some((name) => name.startsWith("DHE-"));
}

/** OpenSSL takes 2048 bits for the usual certificates, however much more the policy asks for. */
const automaticSize = 2048;

function canBeAutomatic({ policy, runtimes }: Settings): boolean {
  return policy.minDHSize.value <= automaticSize && runtimes.every(({ traits }) => traits.has("acceptsDhparamAuto"));
}

function remedyFor(settings: Settings): string {
  const { value: least } = settings.policy.minDHSize;
  return canBeAutomatic(settings)
    ? "Let OpenSSL choose with `'auto'`."
    : `Leave it out, or generate parameters with \`openssl dhparam ${least}\`.`;
}

function chooseAutomatically(value: OptionValue, settings: Settings, mend: Mender): Mend | undefined {
  return canBeAutomatic(settings) ? mend.replaceValue(value, "auto") : undefined;
}
