import { clients } from "../../clients/index.js";
import type { Callee, Client, ConnectionString, Plaintext, SettingsObject, Sink, Switch } from "../../define-client.js";
import { lastNamesOf } from "./last-names.js";
import type { ModuleMember } from "./module-bindings.js";
import { startsProcesses } from "./process-starters.js";

/** One entry of a client's table. */
export interface Entry<Of> {
  readonly client: Client;
  readonly of: Of;
}

/** What a client's table has under a name. */
type Lookup<Of> = (name: string) => readonly Of[];

interface Table {
  readonly client: Client;
  readonly callSinks: Lookup<Sink>;
  readonly constructionSinks: Lookup<Sink>;
  readonly callStrings: Lookup<ConnectionString>;
  readonly constructionStrings: Lookup<ConnectionString>;
  readonly plaintextCalls: Lookup<Plaintext>;
  readonly plaintextConstructions: Lookup<Plaintext>;
  readonly settings: Lookup<SettingsObject>;
  readonly installers: Lookup<string>;
}

const tablesByModule = new Map<string, Table[]>();
for (const client of clients) {
  const table = tableOf(client);
  for (const module of client.modules) tablesByModule.set(module, [...(tablesByModule.get(module) ?? []), table]);
}

/** Whether a client's table is for a module of this name. */
export function isClientModule(name: string): boolean {
  return tablesByModule.has(name);
}

const otherModulesOfInterest = new Set(["process", "crypto", "constants", "module"]);

/** Whether anything that rules look for comes from a module of this name. */
export function isModuleOfInterest(name: string): boolean {
  return isClientModule(name) || otherModulesOfInterest.has(name) || startsProcesses(name);
}

function tableOf(client: Client): Table {
  const { tlsOptions, settings = [], installers = [], connectionStrings = [], plaintext = [] } = client;
  return {
    client,
    callSinks: lookup(tlsOptions.flatMap(calledAs)),
    constructionSinks: lookup(tlsOptions.flatMap(constructedAs)),
    callStrings: lookup(connectionStrings.flatMap(calledAs)),
    constructionStrings: lookup(connectionStrings.flatMap(constructedAs)),
    plaintextCalls: lookup(plaintext.flatMap(calledAs)),
    plaintextConstructions: lookup(plaintext.flatMap(constructedAs)),
    settings: lookup(settings.map((object) => [object.object, object])),
    installers: lookup(installers.map((name) => [name, name])),
  };
}

function calledAs<Of extends Callee>(of: Of): readonly (readonly [name: string, of: Of])[] {
  return "call" in of ? namesOf(of.call).map((name) => [name, of]) : [];
}

function constructedAs<Of extends Callee>(of: Of): readonly (readonly [name: string, of: Of])[] {
  return "construct" in of ? namesOf(of.construct).map((name) => [name, of]) : [];
}

function namesOf(names: string | readonly string[]): readonly string[] {
  return typeof names === "string" ? [names] : names;
}

/** `*` in a name stands for any one property. */
function lookup<Of>(entries: readonly (readonly [name: string, of: Of])[]): Lookup<Of> {
  const patterns = entries.filter(([name]) => name.includes("*")).map(([name, of]) => [patternOf(name), of] as const);
  const exact = new Map<string, Of[]>();
  for (const [name, of] of entries) exact.set(name, [...(exact.get(name) ?? []), of]);
  return (name) => [
    ...(exact.get(name) ?? []),
    ...patterns.flatMap(([pattern, of]) => (pattern.test(name) ? [of] : [])),
  ];
}

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[.()]/g, "\\$&").replaceAll("*", "[^.()]+")}$`);
}

function entriesOf<Of>(member: ModuleMember, pick: (table: Table) => Lookup<Of>): readonly Entry<Of>[] {
  return (tablesByModule.get(member.module) ?? []).flatMap((table) => {
    const { client } = table;
    return pick(table)(nameIn(client, member)).map((of) => ({ client, of }));
  });
}

/** The name of a member as tables spell it, from an instance on that has the members of its module. */
function nameIn({ instances = [] }: Client, { path }: ModuleMember): string {
  const name = path.join(".").replaceAll(".()", "()");
  return instances.reduce((rest, instance) => withoutInstance(rest, instance), name);
}

function withoutInstance(name: string, instance: string): string {
  if (name === instance) return "";
  const rest = name.startsWith(instance) ? name.slice(instance.length) : undefined;
  if (rest?.startsWith(".")) return withoutInstance(rest.slice(1), instance);
  return rest?.startsWith("()") ? withoutInstance(rest, instance) : name;
}

/** What the clients' tables say of a function that is called, and of a class that is constructed or extended. */
export interface Tables<Of> {
  readonly called: (callee: ModuleMember) => readonly Entry<Of>[];
  readonly constructed: (callee: ModuleMember) => readonly Entry<Of>[];
  /** The last names of what is called; `Agent.call(this)` constructs. */
  readonly methods: ReadonlySet<string>;
}

function methodsOf(entries: (client: Client) => readonly Callee[] | undefined): ReadonlySet<string> {
  const names = clients.flatMap((client) => (entries(client) ?? []).flatMap(calledAs).map(([name]) => name));
  return lastNamesOf(["call", ...names]);
}

export const sinks: Tables<Sink> = {
  called: (callee) => entriesOf(callee, (table) => table.callSinks),
  constructed: (callee) => entriesOf(callee, (table) => table.constructionSinks),
  methods: methodsOf(({ tlsOptions }) => tlsOptions),
};

export const connectionStrings: Tables<ConnectionString> = {
  called: (callee) => entriesOf(callee, (table) => table.callStrings),
  constructed: (callee) => entriesOf(callee, (table) => table.constructionStrings),
  methods: methodsOf(({ connectionStrings }) => connectionStrings),
};

export const plaintexts: Tables<Plaintext> = {
  called: (callee) => entriesOf(callee, (table) => table.plaintextCalls),
  constructed: (callee) => entriesOf(callee, (table) => table.plaintextConstructions),
  methods: methodsOf(({ plaintext }) => plaintext),
};

const allSwitches = clients.flatMap((client) => (client.switches ?? []).map((of): Entry<Switch> => ({ client, of })));

/** The switches of all clients that a method's name may stand for. */
export function switchesNamed(method: string): readonly Entry<Switch>[] {
  return allSwitches.filter(({ of }) => namesOf(of.method).includes(method));
}

/** The last names of objects that hold settings. */
export const namesOfSettings: ReadonlySet<string> = lastNamesOf(
  clients.flatMap(({ settings = [] }) => settings.map(({ object }) => object)),
);

/** The last names of what serves the whole process. */
export const namesOfInstallers: ReadonlySet<string> = lastNamesOf(clients.flatMap(({ installers = [] }) => installers));

/** The settings that an object of a module holds. */
export function settingsOf(member: ModuleMember): readonly Entry<SettingsObject>[] {
  return entriesOf(member, (table) => table.settings);
}

/** Whether what is assigned to a member, or handed to it, serves the whole process. */
export function isInstaller(member: ModuleMember): boolean {
  return entriesOf(member, (table) => table.installers).length > 0;
}
