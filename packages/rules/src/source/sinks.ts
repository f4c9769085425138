import { clients } from "../clients/index.js";
import type { Client, SettingsObject, Sink } from "../define-client.js";
import type { ModuleMember } from "./module-bindings.js";

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
  readonly settings: Lookup<SettingsObject>;
  readonly installers: Lookup<string>;
}

const tablesByModule = new Map<string, Table[]>();
for (const client of clients) {
  const table = tableOf(client);
  for (const module of client.modules) tablesByModule.set(module, [...(tablesByModule.get(module) ?? []), table]);
}

function tableOf(client: Client): Table {
  const { tlsOptions, settings = [], installers = [] } = client;
  return {
    client,
    callSinks: lookup(tlsOptions.flatMap((sink) => ("call" in sink ? namesOf(sink.call).map((name) => [name, sink] as const) : []))),
    constructionSinks: lookup(tlsOptions.flatMap((sink) => ("construct" in sink ? namesOf(sink.construct).map((name) => [name, sink] as const) : []))),
    settings: lookup(settings.map((object) => [object.object, object])),
    installers: lookup(installers.map((name) => [name, name])),
  };
}

function namesOf(names: string | readonly string[]): readonly string[] {
  return typeof names === "string" ? [names] : names;
}

/** `*` in a name stands for any one property. */
function lookup<Of>(entries: readonly (readonly [name: string, of: Of])[]): Lookup<Of> {
  const patterns = entries.filter(([name]) => name.includes("*")).map(([name, of]) => [patternOf(name), of] as const);
  const exact = new Map<string, Of[]>();
  for (const [name, of] of entries) exact.set(name, [...(exact.get(name) ?? []), of]);
  return (name) => [...(exact.get(name) ?? []), ...patterns.flatMap(([pattern, of]) => (pattern.test(name) ? [of] : []))];
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

/** What the clients' tables say of a function that is called. */
export function callSinks(callee: ModuleMember): readonly Entry<Sink>[] {
  return entriesOf(callee, (table) => table.callSinks);
}

/** What the clients' tables say of a class that is constructed or extended. */
export function constructionSinks(callee: ModuleMember): readonly Entry<Sink>[] {
  return entriesOf(callee, (table) => table.constructionSinks);
}

/** The settings that an object of a module holds. */
export function settingsOf(member: ModuleMember): readonly Entry<SettingsObject>[] {
  return entriesOf(member, (table) => table.settings);
}

/** Whether what is assigned to a member, or handed to it, serves the whole process. */
export function isInstaller(member: ModuleMember): boolean {
  return entriesOf(member, (table) => table.installers).length > 0;
}
