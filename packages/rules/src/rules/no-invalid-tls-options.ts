import { type CannotConnect, describeRuntimes, isProtocolVersion, type Policy, type Throws } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { narrowCipherList, withOpensslNames } from "../edits/cipher-list.js";
import { dominantQuote } from "../edits/literal.js";
import type { Mend, Mender } from "../edits/mend.js";
import { leaveOutCipherList } from "../edits/mend-cipher-list.js";
import type { OptionName } from "../option-names.js";
import type { Settings } from "../settings.js";
import { guardAround } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import { standsIn } from "../source/program/view-at.js";
import { namespaceWrites } from "../source/sites/namespace-writes.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { failingListMessages, judgeFailing } from "./openssl-calls/lists.js";
import { checkContextErrors, contextErrorMessages } from "./python/errors.js";
import { refusedWrites, removalIn } from "./shared/dropped-options.js";
import type { SiteVerdict, Verdict } from "./shared/verdicts.js";

type Failure = Throws | CannotConnect;

export default defineRule({
  name: "no-invalid-tls-options",
  meta: {
    type: "problem",
    description: "disallow TLS options that throw or that cannot connect to any peer",
    preset: "recommended",
    grades: ["fix"],
    transform: "invalid-to-working-tls-options",
    cwe: [],
    references: [
      "https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions",
      "https://nodejs.org/api/errors.html",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...contextErrorMessages,
      ...failingListMessages,
      throws: "`{{option}}` throws {{code}} on {{runtimes}}: {{reason}}",
      wrongType: "`{{option}}` throws {{code}}: it is an array or an object, and Node takes {{wanted}} only.",
      namespace:
        "`{{target}}` cannot be assigned: what `import * as` imports is read-only, so this throws a TypeError. Import the module itself: `import {{name}} from`.",
      refused: "`{{option}}` throws {{code}} in {{client}}, which {{why}}.",
      cannotConnect: "With this `{{option}}` no connection succeeds on {{runtimes}}: {{reason}}",
    },
  },
  checkProgram(program, { report }) {
    for (const { left } of namespaceWrites(program)) {
      const data = { target: program.textOf(left), name: program.textOf(left).split(/\W/, 1)[0]! };
      report({ at: { node: left.parent!, guard: guardAround(program, left.parent!) }, messageId: "namespace", data });
    }
  },
  checkTlsOptions(options, { settings, report, mend, verdicts, program }) {
    for (const value of valuesOfWrongType(options)) {
      const { code, wanted } = types[value.option]!;
      const joined = joinedBy(program, value, settings);
      report({
        at: value,
        messageId: "wrongType",
        data: { option: value.write.key, code, wanted },
        grade: "fix",
        mend: joined && mend.owns(value.write) ? joined : undefined,
      });
    }
    for (const write of refusedWrites(options, program))
      report({
        at: { node: write.node, guard: write.guard ?? options.guard },
        messageId: "refused",
        data: { option: write.key, ...whoRefuses(options, write) },
        grade: "fix",
        mend: removalIn(options.anchor, write, { settings, mend }),
      });
    for (const { node, guard, error, why, since } of options.refused ?? [])
      report({
        at: { node, guard },
        messageId: "refused",
        data: { option: program.textOf(node), code: error, client: clientFrom(options, since), why },
      });
    for (const { failure, value, failing } of failuresIn(certainVerdicts(options, verdicts()))) {
      if (value.value === undefined && value.kind === "known" && options.certainty === "likely") continue;
      const isEverywhere = settings.runtimes.every((runtime) => failing.some((verdict) => verdict.runtime === runtime));
      const data = {
        option: value.write.key,
        code: failure.code ?? "an error",
        runtimes: describeRuntimes(failing.map(({ runtime }) => runtime)),
        reason: failure.reason,
      };
      report({
        at: value,
        messageId: failure.outcome === "throws" ? "throws" : "cannotConnect",
        data,
        level: isEverywhere ? "error" : "warning",
        grade: "fix",
        mend: isEverywhere ? mendOf(failure, failing[0]!, options, settings, mend) : undefined,
      });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeFailing(call, settings)) report(said);
  },
  checkPython(program, context) {
    checkContextErrors(program, context);
  },
});

function whoRefuses({ client, refuses }: TlsOptions, { key }: PropertyWrite) {
  const { error, why = "knows no option of that name", since, words } = refuses!;
  return { code: error, client: clientFrom({ client }, words?.[key] ?? since), why };
}

function clientFrom({ client }: Pick<TlsOptions, "client">, major: number | undefined): string {
  return client!.name + (major === undefined ? "" : ` from ${major} on`);
}

const list = { code: "ERR_INVALID_ARG_TYPE", wanted: "a string, with `:` between its parts," };
const version = { code: "ERR_TLS_INVALID_PROTOCOL_VERSION", wanted: "a string" };

/** What Node throws for an array or an object (measured on Node 16 to 26), and what it takes instead. */
const types: Readonly<Partial<Record<OptionName, { readonly code: string; readonly wanted: string }>>> = {
  ciphers: list,
  sigalgs: list,
  ecdhCurve: list,
  minVersion: version,
  maxVersion: version,
  secureOptions: { code: "ERR_INVALID_ARG_TYPE", wanted: "a number" },
};

/** What reaches Node as it is, `tls.DEFAULT_CIPHERS` too: a client may make something else of a word of its own. */
function valuesOfWrongType(options: TlsOptions): readonly OptionValue[] {
  return options
    .allValues()
    .filter(
      ({ kind, option, write }) =>
        kind === "object" &&
        options.certainty === "proven" &&
        option in types &&
        (write.key === option || options.client?.name === "node-tls"),
    );
}

/** The array joined, where all of it is written out and nothing weak comes to light. */
function joinedBy(program: FileView, { node, option }: OptionValue, settings: Settings): Mend | undefined {
  if (option !== "ciphers" || node.type !== "ArrayExpression" || !standsIn(program, node)) return;
  const names = node.elements.map((element) => (element?.type === "Literal" ? String(element.value) : undefined));
  const text = names.join(":");
  if (names.includes(undefined) || narrowCipherList(text, settings)?.dropped.length !== 0) return;
  const [, end] = node.range;
  const quote = dominantQuote(program.file.text);
  return { edits: [{ range: [end, end], text: `.join(${quote}:${quote})` }], remedy: "Join the array with `:`." };
}

interface FailureGroup {
  readonly failure: Failure;
  readonly value: OptionValue;
  readonly failing: readonly Verdict[];
}

/** One group for each option value that fails in the same way; no-legacy-secure-protocol speaks for methods that Node does not have. */
function failuresIn(verdicts: readonly Verdict[]): readonly FailureGroup[] {
  const groups = new Map<OptionValue, { failure: Failure; value: OptionValue; failing: Verdict[] }>();
  for (const verdict of verdicts) {
    const { negotiation: failure, chosen } = verdict;
    if (failure.outcome === "offers" || isUnknownMethod(failure)) continue;
    const value = failure.options.map((option) => chosen.get(option)).find((present) => present !== undefined);
    if (!value) continue;
    const group = groups.get(value) ?? { failure, value, failing: [] };
    groups.set(value, group);
    group.failing.push(verdict);
  }
  return [...groups.values()];
}

/** What fails whatever minimum is out of sight: where that decides whether the maximum leaves a version, what fails without a maximum. */
function certainVerdicts(options: TlsOptions, verdicts: readonly SiteVerdict[]): readonly Verdict[] {
  return verdicts
    .map((each) => (isFloorOpen(options, each) ? each.without("maxVersion") : each))
    .filter((each) => !isFloorOpen(options, each));
}

/** Whether a minimum out of sight may leave the versions that Node's own does not. */
function isFloorOpen(options: TlsOptions, { negotiation, chosen }: Verdict): boolean {
  if (negotiation.outcome !== "cannot-connect" || negotiation.code !== "ERR_SSL_NO_PROTOCOLS_AVAILABLE") return false;
  return !chosen.has("minVersion") && (options.has("minVersion") || !options.complete);
}

function isUnknownMethod(failure: Failure): boolean {
  return failure.code === "ERR_TLS_INVALID_PROTOCOL_METHOD";
}

function mendOf(
  failure: Failure,
  { chosen }: Verdict,
  options: TlsOptions,
  settings: Settings,
  mend: Mender,
): Mend | undefined {
  const { policy } = settings;
  const [secureProtocol, ciphers, maxVersion] = [
    chosen.get("secureProtocol"),
    chosen.get("ciphers"),
    chosen.get("maxVersion"),
  ];
  switch (failure.code) {
    case "ERR_TLS_PROTOCOL_VERSION_CONFLICT":
      return secureProtocol && mend.removeOption(secureProtocol);
    case "ERR_TLS_INVALID_PROTOCOL_VERSION": {
      const invalid = [chosen.get("minVersion"), maxVersion].find((value) => value && !isProtocolVersion(value.value));
      return invalid && mendVersion(invalid, policy.minVersion.value, mend);
    }
    case "ERR_SSL_NO_CIPHER_MATCH":
    case "ERR_SSL_INVALID_COMMAND":
    case "ERR_SSL_NO_CIPHERS_AVAILABLE":
      return ciphers && mendCiphers(ciphers, options, policy, mend);
    case "ERR_SSL_NO_PROTOCOLS_AVAILABLE":
      return maxVersion && mend.removeOption(maxVersion);
    default:
      return;
  }
}

/** A list that never worked is nobody's choice: but for names that another spelling makes work, Node's own serves. */
function mendCiphers(value: OptionValue, options: TlsOptions, policy: Policy, mend: Mender): Mend | undefined {
  const respelled = withOpensslNames(String(value.value));
  return respelled === undefined
    ? leaveOutCipherList(value, options, policy, mend)
    : mend.replaceValue(value, respelled, `Write OpenSSL's names in \`${value.write.key}\`.`);
}

/** `tlsv1.3` and `TLS1.3` mean TLSv1.3; what means anything older gets the policy's minimum, and a cap that never worked goes. */
function mendVersion(value: OptionValue, minVersion: string, mend: Mender): Mend | undefined {
  if (/1[._]3/.test(String(value.value))) return mend.replaceValue(value, "TLSv1.3");
  return value.option === "maxVersion" ? mend.removeOption(value) : mend.replaceValue(value, minVersion);
}
