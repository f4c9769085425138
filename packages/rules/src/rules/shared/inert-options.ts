import { describeRuntimes, negotiate, type Negotiation, type Runtime } from "tls-policy";
import { hostNameCheckOf } from "../../source/sites/host-name-check.js";
import { type OptionValue, spellingOf, type TlsOptions } from "../../source/sites/tls-options.js";
import { usersOf } from "../../source/sites/users.js";
import { resolveMember } from "../../source/values/module-bindings.js";
import { knownValue, type Primitive } from "../../source/values/static-value.js";
import { effectOf } from "./effects.js";
import type { Ineffective, IneffectiveContext } from "./ineffective-messages.js";
import { isAlwaysOn } from "./text-values.js";
import { type Verdict, verdictsOf } from "./verdicts.js";
import { verdictsWith } from "./violations.js";

type Check = (options: TlsOptions, context: IneffectiveContext) => readonly Ineffective[];

/** Options that are spelt right, stand in the right place and do nothing there. */
export const inertOptions: Check = (options, context) => {
  return [
    ...(isNodes(options) ? checksOfNode : []),
    notFalse,
    textForSwitch,
    uncalledHostNameCheck,
    unreadVersions,
  ].flatMap((check) => check(options, context));
};

const nodeModules = new Set(["tls", "https", "http2"]);

function isNodes({ client }: TlsOptions): boolean {
  return client?.modules.some((module) => nodeModules.has(module)) ?? false;
}

const notFalse: Check = (options, { settings, program, mend }) => {
  if (options.side === "server" || options.unverified) return [];
  const verdicts = verdictsOf(options, settings);
  return options.values("rejectUnauthorized").flatMap((value): readonly Ineffective[] => {
    if (isOwnWord(options, value)) return [];
    if (isAlwaysOn(value, settings))
      return [{ at: value, messageId: "text", data: { code: spellingOf(program, value) }, level: "note" }];
    if (value.kind !== "known" || value.value === false || !readsAsOff(value.value)) return [];
    // what other clients make of values that are neither booleans nor texts is theirs to say
    if (!isNodes(options) && typeof value.value !== "string") return [];
    const [on, off] = runtimesByVerification(value, verdictsWith(value, verdicts));
    if (on.length === 0 || (off.length === 0 && value.value === undefined)) return [];
    const data = { option: value.write.key, value: program.textOf(value.node) };
    const verified = mend.replaceValue(value, true);
    if (off.length === 0)
      return [{ at: value, messageId: "notFalse", data, level: "warning", grade: "fix", mend: verified }];
    const level = value.value === undefined ? "note" : "warning";
    return [
      {
        at: value,
        messageId: "falsyForSome",
        data: { ...data, runtimes: describeRuntimes(off) },
        level,
        grade: "ask",
        mend: verified,
      },
    ];
  });
};

/** Where other options let nothing connect, off is what the value alone switches off: those options may be mended first. */
function runtimesByVerification(
  { value }: OptionValue,
  verdicts: readonly Verdict[],
): readonly [on: readonly Runtime[], off: readonly Runtime[]] {
  const runtimesWhere = (isSo: (verdict: Verdict) => boolean) => verdicts.filter(isSo).map(({ runtime }) => runtime);
  const verifies = (negotiation: Negotiation) => negotiation.outcome === "offers" && negotiation.verifiesPeer;
  const alone = ({ runtime, side, negotiation }: Verdict) =>
    negotiation.outcome === "offers" ? negotiation : negotiate({ rejectUnauthorized: value }, runtime, side);
  return [
    runtimesWhere(({ negotiation }) => verifies(negotiation)),
    runtimesWhere((verdict) => !verifies(alone(verdict))),
  ];
}

function readsAsOff(value: Primitive): boolean {
  return !value || /^(false|no|off|0)$/i.test(String(value));
}

/** What other clients make of words of their own is theirs to say; a text where they document a switch is a slip in any of them. */
const textForSwitch: Check = (options, { program }) => {
  const { client, writes, vocabulary } = options;
  if (!client) return [];
  return writes.flatMap((write): readonly Ineffective[] => {
    const word = Object.hasOwn(vocabulary, write.key) ? vocabulary[write.key] : undefined;
    const isSwitch = word && (word.values ?? switchValues).every(([native]) => typeof native === "boolean");
    const text = isSwitch ? knownValue(write.program, write.value) : undefined;
    if (typeof text !== "string" || !/^(true|false|yes|no|on|off|[01])$/i.test(text)) return [];
    const at = { node: write.node, guard: write.guard ?? options.guard };
    const data = { code: `${write.key}: ${program.textOf(write.value)}`, client: client.name };
    return [{ at, messageId: "textForSwitch", data, level: "warning" }];
  });
};

const switchValues = [[false, false]] as const;

function isOwnWord({ vocabulary }: TlsOptions, { write }: OptionValue): boolean {
  return Object.hasOwn(vocabulary, write.key);
}

const notTrue: Check = (options, { program, mend }) => {
  if (options.side !== "server") return [];
  return options.values("requestCert").flatMap((value): readonly Ineffective[] => {
    if (value.kind !== "known" || value.value === true || !value.value) return [];
    const data = { option: value.write.key, value: program.textOf(value.node) };
    return [
      { at: value, messageId: "notTrue", data, level: "warning", grade: "ask", mend: mend.replaceValue(value, true) },
    ];
  });
};

/** `true` was meant to ask for certificates, which whoever runs the server has to decide; `false` changes nothing and can go. */
const withoutRequest: Check = (options, { program, mend }) => {
  if (options.side !== "server" || !options.complete || options.has("requestCert") || !createsServer(options, program))
    return [];
  return options.values("rejectUnauthorized").flatMap((value): readonly Ineffective[] => {
    if (value.kind !== "known") return [];
    const data = { option: value.write.key, value: program.textOf(value.node) };
    if (value.value === false)
      return [
        { at: value, messageId: "withoutRequest", data, level: "note", grade: "fix", mend: mend.removeOption(value) },
      ];
    // a client beside the server reads it too
    const isReadElsewhere = usersOf(program, value.write).sites.some(({ side }) => side !== "server");
    return [{ at: value, messageId: "withoutRequest", data, level: isReadElsewhere ? "note" : "warning" }];
  });
};

/** `addContext` and `setSecureContext` belong to a server that was told elsewhere whether to ask. */
function createsServer({ anchor }: TlsOptions, program: IneffectiveContext["program"]): boolean {
  const isCall = anchor.type === "CallExpression" || anchor.type === "NewExpression";
  return isCall && resolveMember(program, anchor.callee)?.path.includes("()") === false;
}

const besideContext: Check = (options, { settings, mend }) => {
  return (options.settled ?? []).map((value): Ineffective => {
    const isStricter =
      value.kind !== "known" || effectOf({}, { [value.option]: value.value }, "client", settings) === "stricter";
    const removal = isStricter ? undefined : mend.removeOption(value);
    return {
      at: value,
      messageId: "besideContext",
      data: { option: value.write.key },
      level: "warning",
      grade: "fix",
      mend: removal,
    };
  });
};

const checksOfNode: readonly Check[] = [notTrue, withoutRequest, besideContext];

const uncalledHostNameCheck: Check = (options, { settings, program }) => {
  const opened = verdictsOf(options, settings).flatMap(({ negotiation }) =>
    negotiation.outcome === "offers" ? [negotiation] : [],
  );
  const isOff = opened.length > 0 && opened.every(({ verifiesPeer }) => !verifiesPeer);
  const isDecided = options
    .values("rejectUnauthorized")
    .every(({ kind, guard, value }) => kind === "known" && value === false && !guard);
  if (options.side === "server" || !isOff || !isDecided) return [];
  const checks = options
    .values("checkServerIdentity")
    .filter(({ kind, node }) => kind === "function" && hostNameCheckOf(program, node).outcome !== "accepts-all");
  return checks.map((value): Ineffective => ({
    at: value,
    messageId: "uncalled",
    data: { option: value.write.key },
    level: "warning",
  }));
};

const unreadVersions: Check = (options, { settings }) => {
  const ignoring = settings.runtimes.filter(({ traits }) => !traits.has("hasVersionOptions"));
  if (ignoring.length === 0) return [];
  const runtimes = describeRuntimes(ignoring);
  const bounds: readonly OptionValue[] = [...options.values("minVersion"), ...options.values("maxVersion")];
  return bounds.map((value): Ineffective => ({
    at: value,
    messageId: "unread",
    data: { option: value.write.key, runtimes },
    level: "warning",
  }));
};
