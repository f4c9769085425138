import type { PythonContext } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import { callsOf, type Given, givenIn, isImported, isMadeBy, lastWord } from "../../python/clients/calls.js";
import type { PyClient, PyClientOption } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { argumentRemoval, removalOf, replacement } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, type PyModule } from "../../python/program/module.js";
import { field, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, dictionaryEntries, type PyValue, valuesOf } from "../../python/program/values.js";
import { graded, type PlaceInPython, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about certificates says of clients' options. */
export const clientVerificationMessages = {
  clientVerifiesNothing:
    "`{{code}}` makes {{client}} accept any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it; give a self-signed or company certificate with `{{ca}}`.",
} as const;

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
      ...(disables === "certificate" ? unverifiedCalls(client, context) : []),
      ...callsOf(client.calls, client, context.module).flatMap((call) => judgeCall(client, call, disables, context)),
      ...judgeAttributes(client, disables, context),
    ]),
    ...judgeAddresses(imported, disables, context),
  ];
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
  const name = lastWord(field(call, "function")!, module) ?? "";
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
  { shown, value }: Given,
  mend: PyMend<"ask"> | undefined,
  { module }: PythonProgram,
): readonly Found[] {
  return valuesOf(value, module)
    .filter((each) => isWeak(each, option))
    .map((each) => ({
      client,
      at: placeOf(shown, guardsOf(shown, module), each),
      data: { code: textOf(shown, module.text).slice(0, 80) },
      level: "error" as const,
      ...(each.at === value && graded(mend)),
    }));
}

/** The strong value in place of the weak one, where there is one to write. */
function replaced(
  { strong }: PyClientOption,
  { shown, value }: Given,
  { module }: PythonProgram,
): PyMend<"ask"> | undefined {
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
    const callee = field(call, "function")!;
    const member = field(callee, "attribute");
    const sound = client.unverified!.get(lastWord(callee, module)!)!;
    return {
      client,
      at: placeOf(call, guardsOf(call, module)),
      data: { code: textOf(callee, module.text).slice(0, 80) },
      level: "error" as const,
      ...(member && {
        grade: "ask" as const,
        mend: { edits: [replacement(member, sound)], remedy: "Verifies the certificate." },
      }),
    };
  });
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
    const entries = dictionaryEntries(value, module);
    return own.flatMap((option) => {
      const entry = entries?.get(option.keyword);
      const given = entry && { shown: entry.entry, value: entry.value };
      const found = given ? judged(client, option, given, replaced(option, given, context), context) : [];
      return found.map((each) => ({ ...each, at: { ...each.at, isLikely: !isImported } }));
    });
  });
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
  disables: PyClientOption["disables"],
  context: PythonProgram,
): readonly Found[] {
  const { module } = context;
  const { attributes } = client;
  if (!attributes) return [];
  return module.assignments.flatMap((assignment) => {
    const left = field(assignment, "left");
    const value = field(assignment, "right");
    const object = left?.type === "attribute" ? field(left, "object") : undefined;
    if (!left || !value || !object || !isMadeBy(object, client, module)) return [];
    const name = textOf(field(left, "attribute")!, module.text);
    const option = attributes.find((each) => each.keyword === name && each.disables === disables);
    return option
      ? judged(client, option, { shown: assignment, value }, withoutStatement(assignment, module), context)
      : [];
  });
}

/** Connection strings, wherever they stand: their scheme says whose they are. */
function judgeAddresses(
  imported: readonly PyClient[],
  disables: PyClientOption["disables"],
  { module }: PythonProgram,
): readonly Found[] {
  const known = clients.filter(({ addresses }) => addresses !== undefined);
  return module.strings.flatMap((node) => {
    const written = textOf(node, module.text);
    const scheme = /^\w{0,2}["']{1,3}([a-z][a-z0-9+]{2,30}):\/\//i.exec(written)?.[1];
    const owners = scheme === undefined ? [] : known.filter(({ addresses }) => addresses!.schemes.includes(scheme));
    const client = owners.find((owner) => imported.includes(owner)) ?? owners[0];
    if (!client) return [];
    return client.addresses!.parameters.flatMap((parameter) => {
      if (
        parameter.disables !== disables ||
        (parameter.unless !== undefined && written.includes(`${parameter.unless}=`))
      )
        return [];
      const found = parameterIn(written, parameter.name);
      if (!found || !parameter.weak.includes(found.value)) return [];
      const start = node.range[0] + found.start;
      const edit = replacement({ range: [start, start + found.value.length] }, parameter.strong);
      return [
        {
          client,
          at: { ...placeOf({ range: edit.range }, guardsOf(node, module)), isLikely: !imported.includes(client) },
          data: { code: `${parameter.name}=${found.value}` },
          level: "error" as const,
          grade: "ask" as const,
          mend: { edits: [edit], remedy: "Verifies the certificate." },
        },
      ];
    });
  });
}

/** The value of a parameter of a connection string, and where it stands in what is written. */
function parameterIn(written: string, name: string): { readonly value: string; readonly start: number } | undefined {
  for (const sign of ["?", "&"]) {
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
