import type { TSESTree } from "@typescript-eslint/types";
import type { SettingsObject } from "../../define-client.js";
import type { FileView } from "../program/file-view.js";
import { guardOfCallers } from "../values/call-contexts.js";
import { type Layer, overlay } from "../values/layers.js";
import { membersNamed } from "../values/module-bindings.js";
import { layerOf, layerOfStore } from "../values/object-model.js";
import { identityOf } from "../values/places.js";
import { type Entry, namesOfSettings, settingsOf } from "../values/sinks.js";
import { storesOf } from "../values/stores.js";
import { holds } from "./held-rows.js";
import { isNamespace } from "./namespace-writes.js";
import { createTlsOptions, optionNamed, type TlsOptions, type TlsSite } from "./tls-options.js";

/** A piece of code that gives settings their values. */
interface Setting {
  readonly entry: Entry<SettingsObject>;
  readonly object: TSESTree.Node;
  readonly layer: Layer;
}

/** The options that are put into a client's settings: `https.globalAgent.options.x = ...`, `tls.DEFAULT_MIN_VERSION = ...`. */
export function settingsObjects(program: FileView): readonly TlsOptions[] {
  const settings = [
    ...storesOf(program).flatMap((store) => settingsIn(program, store.target, () => layerOfStore(program, store))),
    ...program.assignments.flatMap(({ left, right }) =>
      left.type === "MemberExpression" ? settingsIn(program, left, () => layerOf(program, right)) : [],
    ),
  ];
  return grouped(program, settings).map((group) => createSettings(program, group));
}

function settingsIn(program: FileView, object: TSESTree.Node, read: () => Layer): readonly Setting[] {
  if (isNamespace(program, object)) return [];
  return membersNamed(program, object, namesOfSettings)
    .flatMap(settingsOf)
    .filter(({ client, of }) => holds(program, client, of))
    .map((entry) => ({ entry, object, layer: onlySettings(entry.of, read()) }))
    .filter(({ layer }) => layer.writes.size > 0);
}

function onlySettings({ vocabulary = {}, vocabularyOnly }: SettingsObject, layer: Layer): Layer {
  const isSetting = (key: string) =>
    vocabularyOnly ? Object.hasOwn(vocabulary, key) : optionNamed(vocabulary, key) !== undefined;
  return { ...layer, writes: new Map([...layer.writes].filter(([key]) => isSetting(key))) };
}

/** The settings of one object together, so that rules see what belongs together. */
function grouped(program: FileView, settings: readonly Setting[]): readonly (readonly Setting[])[] {
  const groups = new Map<SettingsObject, Map<unknown, Setting[]>>();
  for (const setting of settings) {
    const { of } = setting.entry;
    const instances = groups.get(of) ?? new Map<unknown, Setting[]>();
    groups.set(of, instances);
    const instance = of.scope === "connection" ? identityOf(program, setting.object) : of;
    instances.set(instance, [...(instances.get(instance) ?? []), setting]);
  }
  return [...groups.values()].flatMap((instances) => [...instances.values()]);
}

function createSettings(program: FileView, group: readonly Setting[]): TlsOptions {
  const { entry, object } = group[0]!;
  const site: TlsSite = {
    client: entry.client,
    side: entry.of.side,
    certainty: "proven",
    scope: entry.of.scope ?? "process",
    unverified: false,
    anchor: object,
    guard: guardOfCallers(program, object),
    vocabulary: entry.of.vocabulary ?? {},
    forwards: undefined,
    unread: entry.of.unread,
  };
  return createTlsOptions(site, overlay(group.map(({ layer }) => ({ ...layer, certain: new Set<string>() }))));
}
