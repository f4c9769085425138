import type { PythonContext } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import {
  appliedIn,
  callsByName,
  callsOf,
  callsOnStrangers,
  givenIn,
  isImported,
  isPlaintext,
  lastWord,
} from "../../python/clients/calls.js";
import type { PyClient, PyClientOption } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { comesFrom, isMadeBy, isOfAny } from "../../python/clients/makers.js";
import { isCallOfElsewhere, isMadeByCall, isStranger } from "../../python/clients/strangers.js";
import { addressKeyword, tellingOptions, verifyBesideAddress } from "../../python/clients/telling-options.js";
import { argumentRemoval, removalOf, replacement } from "../../python/edits/lines.js";
import { byAttribute } from "../../python/program/by-attribute.js";
import { dictionaryEntries, type Entry, entryOf } from "../../python/program/dictionaries.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, dottedName, mentions, type PyModule, scopeOf } from "../../python/program/module.js";
import { descendants, field, parts, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../../python/program/values.js";
import { graded, type PlaceInPython, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about certificates says of clients' options. */
export const clientVerificationMessages = {
  clientVerifiesNothing:
    "`{{code}}` makes {{client}} accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it; give a self-signed or company certificate with `{{ca}}`.",
} as const;

/** What the rule about certificates says of options whose library nobody has looked up. */
export const tellingOptionMessages = {
  optionTells:
    "`{{code}}` tells `{{callee}}` by its name to accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it.",
} as const;

/** Options that say by their names that nothing is verified, of calls that are no known client's. */
export function checkTellingOptions(
  { module }: PythonProgram,
  { report }: PythonContext<typeof tellingOptionMessages, never>,
): void {
  let imported: readonly PyClient[] | undefined;
  for (const call of module.calls) {
    const told = tellingIn(call, module).flatMap((option) => {
      const given = givenIn(call, option, module);
      return given && valuesOf(given.value, module).some((value) => isWeak(value, option)) ? [{ option, given }] : [];
    });
    const [first] = told;
    if (!first || !isCallOfElsewhere(call, module)) continue;
    imported ??= clients.filter((client) => isImported(client, module));
    if (isKnown(call, imported, module)) continue;
    const { option, given } = first;
    for (const value of valuesOf(given.value, module).filter((each) => isWeak(each, option)))
      report({
        at: { ...placeOf(given.shown, guardsOf(given.shown, module), value), isLikely: true },
        messageId: "optionTells",
        data: {
          code: textOf(given.shown, module.text).slice(0, 80),
          callee: textOf(field(call, "function")!, module.text).slice(0, 80),
        },
        level: "warning",
      });
  }
}

const anyTelling = new RegExp([...new Set(tellingOptions.map(({ keyword }) => keyword))].join("|"));
const tellers = new WeakMap<PyModule, boolean>();

function tellsAnything(module: PyModule): boolean {
  const isTold = tellers.get(module) ?? anyTelling.test(module.text);
  tellers.set(module, isTold);
  return isTold;
}

/** The options that a call may give: those of its keywords, and all where it spreads a dictionary. */
function tellingIn(call: PyNode, module: PyModule): readonly PyClientOption[] {
  const { keywords, spread } = argumentsOf(call, module);
  if (spread.length > 0) return tellsAnything(module) ? tellingOptions : [];
  if (keywords.size === 0) return [];
  const named = tellingOptions.filter(({ keyword, within }) => keywords.has(within ?? keyword));
  return hasAddress(call, module) ? [...named, verifyBesideAddress] : named;
}

/** A client's call, and one of an object that may be one's, is asked about by its table. */
function isKnown(call: PyNode, imported: readonly PyClient[], module: PyModule): boolean {
  const { callee } = appliedIn(call, module);
  return (
    imported.some((client) => callee && comesFrom(callee, client, module)) ||
    clients.some((client) => callsOnStrangers(client, imported, module).includes(call))
  );
}

function hasAddress(call: PyNode, module: PyModule): boolean {
  const { keywords, positional } = argumentsOf(call, module);
  return (
    keywords.has("verify") &&
    ([...keywords.keys()].some((keyword) => addressKeyword.test(keyword)) ||
      positional.some((node) => /^\w{0,2}["']https:\/\//.test(textOf(node, module.text))))
  );
}

/** What the rule about host names says of clients' options. */
export const clientHostMessages = {
  clientComparesNothing:
    "`{{code}}` makes {{client}} accept a valid certificate for any other host (RFC 9525). Let it check the name.",
} as const;

/** Options with which clients accept any certificate. */
export function checkClientVerification(
  program: PythonProgram,
  { report }: PythonContext<typeof clientVerificationMessages, "ask">,
): void {
  for (const { client, ...found } of optionsThatDisable("certificate", program))
    report({
      ...found,
      messageId: "clientVerifiesNothing",
      data: { ...found.data, client: client.name, ca: client.ca },
    });
}

/** Options with which clients compare no name. */
export function checkClientHosts(
  program: PythonProgram,
  { report }: PythonContext<typeof clientHostMessages, "ask">,
): void {
  for (const { client, ...found } of optionsThatDisable("host", program))
    report({ ...found, messageId: "clientComparesNothing", data: { ...found.data, client: client.name } });
}

/** An option that switches a check off. */
interface Found {
  readonly client: PyClient;
  readonly at: PlaceInPython;
  readonly data: { readonly code: string };
  readonly level: "error";
  readonly grade?: "ask";
  readonly mend?: Mend;
}

/** What a file's clients are told that switches the check off. */
function optionsThatDisable(disables: PyClientOption["disables"], context: PythonProgram): readonly Found[] {
  const imported = clients.filter((client) => isImported(client, context.module));
  return [
    ...clients.flatMap((client) => judgeSettings(client, disables, imported.includes(client), context)),
    ...imported.flatMap((client) => [
      ...(disables === "certificate" ? [...unverifiedCalls(client, context), ...unverifiedNames(client, context)] : []),
      ...callsAsked(client, context.module).flatMap((call) => judgeCall(client, call, disables, context)),
    ]),
    ...clients.flatMap((client) => [
      ...callsOnStrangers(client, imported, context.module)
        .flatMap((call) => judgeCall(client, call, disables, context))
        .map(likely),
      ...judgeAttributes(client, imported, disables, context),
      ...judgeReturned(client, disables, context),
    ]),
    ...judgeAddresses(imported, disables, context),
  ];
}

const likely = (found: Found): Found => ({ ...found, at: { ...found.at, isLikely: true } });

/** Those that take its options, by whatever name. */
function callsAsked(client: PyClient, module: PyModule): readonly PyNode[] {
  return client.calls.length === 0 ? [] : [...callsOf(client.calls, client, module), ...callsByName(client, module)];
}

function isWeak(value: PyValue, { weak }: PyClientOption): boolean {
  if (value.kind === "constant") return weak.includes(constantOf(value) ?? "");
  return value.kind === "literal" && weak.includes(value.value);
}

function judgeCall(
  client: PyClient,
  call: PyNode,
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  if (isPlaintext(call, client, module)) return [];
  const name = lastWord(appliedIn(call, module).callee!, module) ?? "";
  const options = client.options.filter(
    (option) =>
      option.disables === disables &&
      (option.calls?.includes(name) ?? true) &&
      !option.unless?.some((keyword) => givenIn(call, { keyword }, module)),
  );
  return options.flatMap((option) => {
    const given = givenIn(call, option, module);
    return given ? judged(client, option, given, replaced(option, given, context), context) : [];
  });
}

function judged(
  client: PyClient,
  option: PyClientOption,
  { shown, value, isDefault = false }: Entry,
  mend: PyMend<"ask"> | undefined,
  { module }: PythonProgram,
): readonly Found[] {
  return valuesOf(value, module)
    .filter((each) => isWeak(each, option))
    .map((each) => ({
      client,
      at: placeOf(shown, guardsOf(shown, module), isDefault ? { ...each, isDefault } : each),
      data: { code: textOf(shown, module.text).slice(0, 80) },
      level: "error" as const,
      ...(each.at === value && !isDefault && graded(mend)),
    }));
}

/** The strong value in place of the weak one, where there is one to write. */
function replaced(
  { strong, isForPerson }: PyClientOption,
  { shown, value }: Entry,
  { module }: PythonProgram,
): PyMend<"ask"> | undefined {
  if (isForPerson) return undefined;
  if (strong === undefined) return removed(shown, module);
  // a member of a module is written as the weak one is
  const prefix = /^\w+\./.exec(strong)?.[0];
  if (prefix !== undefined && !textOf(value, module.text).startsWith(prefix)) return undefined;
  return { grade: "ask", edits: [replacement(value, strong)], remedy: "Verifies the certificate." };
}

function removed(shown: PyNode, module: PyModule): PyMend<"ask"> | undefined {
  if (shown.type === "assignment") return withoutStatement(shown, module);
  const edit = /^(?:keyword_argument|pair)$/.test(shown.type) ? argumentRemoval(shown, module) : undefined;
  return edit && { grade: "ask", edits: [edit], remedy: "Verifies the certificate." };
}

/** `SmartConnectNoSSL(...)`; another name is imported by a person. */
function unverifiedCalls(client: PyClient, { module }: PythonProgram): readonly Found[] {
  return callsOf([...(client.unverified?.keys() ?? [])], client, module).map((call) => {
    const { callee: called } = appliedIn(call, module);
    const callee = called!;
    const member = field(callee, "attribute");
    const sound = client.unverified!.get(lastWord(callee, module) ?? "");
    return {
      client,
      at: placeOf(call, guardsOf(call, module)),
      data: { code: textOf(callee, module.text).slice(0, 80) },
      level: "error" as const,
      ...(member &&
        sound !== undefined && {
          grade: "ask" as const,
          mend: { edits: [replacement(member, sound)], remedy: "Verifies the certificate." },
        }),
    };
  });
}

/** `BaseProtocol.HTTP_ADAPTER_CLS = NoVerifyHTTPAdapter`, and subclasses of a class that verifies nothing. */
function unverifiedNames(client: PyClient, { module }: PythonProgram): readonly Found[] {
  const { unverified, unverifiedBase } = client;
  const isOfClient = (node: PyNode | undefined, isNamed: (last: string) => boolean) => {
    const name = dottedName(node, module)?.split(".") ?? [];
    return name[0] === client.module && isNamed(name.at(-1)!);
  };
  const assigned = module.assignments.filter((each) =>
    isOfClient(field(each, "right"), (last) => unverified?.has(last) ?? false),
  );
  const subclasses = [...module.scopes.keys()].flatMap((scope) => {
    const bases = field(scope, "superclasses");
    const extendsIt = bases && parts(bases).some((base) => isOfClient(base, (last) => last === unverifiedBase?.name));
    if (!extendsIt || unverifiedBase?.unless.test(textOf(scope, module.text))) return [];
    return [{ shown: bases, at: scope }];
  });
  return [...assigned.map((at) => ({ shown: at, at })), ...subclasses].map(({ shown, at }) => ({
    client,
    at: placeOf(at.type === "class_definition" ? field(at, "name")! : at, guardsOf(at, module)),
    data: { code: textOf(shown, module.text).slice(0, 80) },
    level: "error" as const,
  }));
}

/** `broker_use_ssl = {"cert_reqs": ssl.CERT_NONE}` in a module of settings, of an object that has them, or as an argument. */
function judgeSettings(
  client: PyClient,
  disables: PyClientOption["disables"],
  isImported: boolean,
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const { names = [], options = [] } = client.settings ?? {};
  const own = options.filter((option) => option.disables === disables);
  if (own.length === 0 || !names.some((name) => module.text.includes(name))) return [];
  return settingsNamed(names, module).flatMap((value) => {
    const dictionaries = dictionariesIn(value, module);
    return own.flatMap((option) =>
      dictionaries
        .filter((entries) => !option.unless?.some((name) => entries.has(name)))
        .flatMap((entries) => {
          const entry = entries.get(option.keyword);
          const given = entry && { shown: entry.entry, value: entry.value };
          const found = given ? judged(client, option, given, replaced(option, given, context), context) : [];
          return found.map((each) => ({ ...each, at: { ...each.at, isLikely: !isImported } }));
        }),
    );
  });
}

/** The entries of a dictionary, and of those that stand in it. */
function dictionariesIn(value: PyNode | undefined, module: PyModule) {
  if (!value) return [];
  const outermost = dictionaryEntries(value, module);
  const written = value.type === "identifier" ? [] : [...descendants(value)].slice(1);
  const inner = written
    .filter(({ type }) => type === "dictionary" || type === "call")
    .map((node) => dictionaryEntries(node, module));
  return [outermost, ...inner].filter((entries) => entries !== undefined);
}

function settingsNamed(names: readonly string[], module: PyModule): readonly (PyNode | undefined)[] {
  const assigned = module.assignments.flatMap((assignment) => {
    const target = field(assignment, "left");
    const name = target?.type === "attribute" ? field(target, "attribute") : target;
    return name && names.includes(textOf(name, module.text)) ? [field(assignment, "right")] : [];
  });
  const passed = module.calls.flatMap((call) => {
    const { keywords } = argumentsOf(call, module);
    return names.map((name) => field(keywords.get(name), "value"));
  });
  return [...assigned, ...passed];
}

/** `session.verify = False`. */
function judgeAttributes(
  client: PyClient,
  imported: readonly PyClient[],
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const { attributes, strangers } = client;
  if (!attributes || (!imported.includes(client) && !strangers)) return [];
  const own = attributes.filter((option) => option.disables === disables);
  const writes = own.flatMap((option) => attributeWrites(option.keyword, module).map((at) => ({ option, at })));
  return writes.flatMap(({ option, at: assignment }) => {
    const value = field(assignment, "right");
    const object = field(field(assignment, "left"), "object");
    if (!value || !object) return [];
    const isMade = imported.includes(client) && isMadeBy(object, client, module);
    const { named } = strangers ?? {};
    const isPerhaps =
      ((named && isStranger(object, named, false, module)) ||
        (strangers?.madeBy && isMadeByCall(object, strangers.madeBy, module))) &&
      !isOfAny(imported, object, module);
    if (!isMade && !isPerhaps) return [];
    const mend = withoutStatement(assignment, module);
    const found = judged(client, option, { shown: assignment, value }, mend, context);
    return isMade ? found : found.map(likely);
  });
}

/** `object.name = value` by the name. */
const attributeWrites = byAttribute(
  ({ assignments }) => assignments,
  (assignment) => field(assignment, "left"),
);

/** `settings = session.merge_environment_settings(...)`, and then `settings["verify"] = False`. */
function judgeReturned(
  client: PyClient,
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const { by, options } = client.returned ?? {};
  const own = options?.filter((option) => option.disables === disables) ?? [];
  if (!by || own.length === 0 || !by.test(module.text)) return [];
  return module.assignments.flatMap((assignment) => {
    const left = field(assignment, "left");
    const call = field(assignment, "right");
    if (left?.type !== "identifier" || call?.type !== "call") return [];
    const isReturned = by.test(textOf(call, module.text)) || by.test(nameAround(assignment, module));
    return isReturned
      ? own.flatMap((option) => {
          const given = entryOf(left, option.keyword, module);
          return given ? judged(client, option, given, replaced(option, given, context), context) : [];
        })
      : [];
  });
}

/** The name of the function that a node stands in. */
function nameAround(node: PyNode, module: PyModule): string {
  const name = field(scopeOf(node, module).node, "name");
  return name ? textOf(name, module.text) : "";
}

/** A text of parameters: an address, or words. */
interface Address {
  readonly node: PyNode;
  /** Its quotes included. */
  readonly written: string;
  readonly scheme: string;
}

const addresses = new WeakMap<PyModule, readonly Address[]>();

/** The texts of a program that begin with a scheme. */
function addressesIn(module: PyModule): readonly Address[] {
  const { strings, text } = module;
  const known =
    addresses.get(module) ??
    strings.flatMap((node) => {
      const scheme = /^\w{0,2}["']{1,3}([a-z][a-z0-9+]{2,30}):\/\//i.exec(
        text.slice(node.range[0], node.range[0] + 40),
      )?.[1];
      return scheme === undefined ? [] : [{ node, written: textOf(node, text), scheme }];
    });
  addresses.set(module, known);
  return known;
}

/** Connection strings, wherever they stand: their scheme says whose they are. */
function judgeAddresses(
  imported: readonly PyClient[],
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const known = clients.filter(({ addresses: own }) => own !== undefined);
  const inAddresses = addressesIn(context.module).flatMap((address) => {
    const owners = known.filter(({ addresses: own }) => own!.schemes.includes(address.scheme));
    const client = owners.find((owner) => imported.includes(owner)) ?? owners[0];
    if (!client) return [];
    const question = { client, disables, isLikely: !imported.includes(client) };
    return [...judgeScheme(question, address, context), ...judgeParameters(question, address, ["?", "&"], context)];
  });
  return [
    ...inAddresses,
    ...known
      .filter((client) => imported.includes(client) || isMentioned(client, context.module))
      .flatMap((client) => judgeWords(client, disables, context)),
    ...known.flatMap((client) => judgePieces(client, disables, imported.includes(client), context)),
  ];
}

function isMentioned({ addresses: own }: PyClient, module: PyModule): boolean {
  return own?.mentionedAs !== undefined && mentions(own.mentionedAs, module);
}

/** `url + "?ssl_cert_reqs=none"`, `f"{url}&sslmode=require"`: the end of an address, by a parameter that no other has. */
function judgePieces(
  client: PyClient,
  disables: PyClientOption["disables"],
  isImported: boolean,
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const parameters = client.addresses!.parameters.filter(({ isOwn, name }) => isOwn && mentions(name, module));
  if (parameters.length === 0) return [];
  const question = { client, disables, parameters, isLikely: !isImported };
  return module.strings
    .map((node) => ({ node, written: textOf(node, module.text) }))
    .filter(({ node, written }) => isEndOfAddress(node, written))
    .flatMap((each) => judgeParameters(question, each, ["?", "&"], context));
}

function isEndOfAddress(node: PyNode, written: string): boolean {
  if (written.includes("://")) return false;
  const isAdded = /^(?:augmented_assignment|binary_operator)$/.test(node.parent?.type ?? "") && node.field === "right";
  return isAdded || node.parent?.type === "concatenated_string" || (/^f/i.test(written) && /\}[?&]/.test(written));
}

interface AddressQuestion {
  readonly client: PyClient;
  readonly disables: PyClientOption["disables"];
  readonly isLikely: boolean;
  /** Those that are asked about; all of the client's where they are not said. */
  readonly parameters?: NonNullable<PyClient["addresses"]>["parameters"];
}

type WrittenText = Pick<Address, "node" | "written">;

function judgeParameters(
  { client, disables, isLikely, parameters = client.addresses!.parameters }: AddressQuestion,
  { node, written }: WrittenText,
  signs: readonly string[],
  { module }: PythonProgram,
): readonly Found[] {
  return parameters.flatMap((parameter) => {
    if (parameter.disables !== disables || (parameter.unless !== undefined && written.includes(`${parameter.unless}=`)))
      return [];
    const found = parameterIn(written, parameter.name, signs);
    if (!found || !parameter.weak.includes(found.value)) return [];
    const start = node.range[0] + found.start;
    const edit = replacement({ range: [start, start + found.value.length] }, parameter.strong);
    return [
      {
        client,
        at: { ...placeOf({ range: edit.range }, guardsOf(node, module)), isLikely },
        data: { code: `${parameter.name}=${found.value}` },
        level: "error" as const,
        grade: "ask" as const,
        mend: { edits: [edit], remedy: "Verifies the certificate." },
      },
    ];
  });
}

/** `bolt+ssc://` */
function judgeScheme(
  { client, disables, isLikely }: AddressQuestion,
  { node, scheme }: Address,
  { module }: PythonProgram,
): readonly Found[] {
  const strong = client.addresses!.weakSchemes?.get(scheme);
  if (disables !== "certificate" || strong === undefined) return [];
  const start = node.range[0] + textOf(node, module.text).indexOf(scheme);
  const edit = replacement({ range: [start, start + scheme.length] }, strong);
  return [
    {
      client,
      at: { ...placeOf({ range: edit.range }, guardsOf(node, module)), isLikely },
      data: { code: `${scheme}://` },
      level: "error",
      grade: "ask",
      mend: { edits: [edit], remedy: "Verifies the certificate." },
    },
  ];
}

/** `"host=a dbname=b sslmode=require"`, a piece of a text included. */
function judgeWords(client: PyClient, disables: PyClientOption["disables"], context: PythonProgram): readonly Found[] {
  const { words, parameters = [] } = client.addresses ?? {};
  const { strings, text } = context.module;
  if (words === undefined || !parameters.some(({ name }) => text.includes(`${name}=`))) return [];
  const question = { client, disables, isLikely: false };
  return strings
    .map((node) => ({ node, written: textOf(node, text) }))
    .filter(({ written }) => !written.includes("://") && !/^\w{0,2}(?:"""|''')/.test(written))
    .flatMap((each) => judgeParameters(question, each, [words, '"', "'"], context));
}

/** The value of a parameter of a connection string, and where it stands in what is written. */
function parameterIn(
  written: string,
  name: string,
  signs: readonly string[],
): { readonly value: string; readonly start: number } | undefined {
  for (const sign of signs) {
    const at = written.indexOf(`${sign}${name}=`);
    const start = at + name.length + 2;
    const value = at < 0 ? undefined : /^[\w.+-]{1,40}/.exec(written.slice(start, start + 40))?.[0];
    if (value !== undefined) return { value, start };
  }
  return undefined;
}

function withoutStatement(assignment: PyNode, module: PyModule): PyMend<"ask"> | undefined {
  const statement = assignment.parent;
  const edit = statement?.type === "expression_statement" ? removalOf(statement, module) : undefined;
  return edit && { grade: "ask", edits: [edit], remedy: "Verifies the certificate." };
}
