import type { TSESTree } from "@typescript-eslint/types";
import { type Call, type FileView, isCall } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import type { PropertyWrite } from "../values/layers.js";
import { type Reader, readersOf } from "../values/readers.js";
import { connectionStrings, sinks } from "../values/sinks.js";
import { findTlsOptions } from "./find-tls-options.js";
import { ignoresOptions } from "./look-alikes.js";
import { reachedEntries } from "./reached-entries.js";
import type { TlsOptions } from "./tls-options.js";

/** Who lives by what a write says. */
export interface Users {
  /** The sets of TLS options that have it, or that hide it behind another write. */
  readonly sites: readonly TlsOptions[];
  /** Whether its object also goes where nobody sees what becomes of it: one unknown call is all there is of options that are merely likely. */
  readonly areUnseen: boolean;
  /** Whether the file reads it by its name. */
  readonly isReadByName: boolean;
}

export function usersOf(program: FileView, write: PropertyWrite): Users {
  const known = usersByWrite(program);
  let users = known.get(write.node);
  if (!users) known.set(write.node, (users = findUsers(program, write)));
  return users;
}

/** The write into TLS options that an expression, or the name of a property, is a part of. */
export function writeAround(program: FileView, node: TSESTree.Node): PropertyWrite | undefined {
  const { writes } = sitesOf(program);
  let part: TSESTree.Node | undefined = node;
  while (part && !writes.has(part)) part = part.parent;
  return part && writes.get(part);
}

const usersByWrite = oncePerFile(() => new WeakMap<TSESTree.Node, Users>());

function findUsers(program: FileView, write: PropertyWrite): Users {
  const { reached, unseen, isReadByName } = usesBy(program, readersOf(program, write));
  const holding = sitesOf(program).byWrite.get(write.node) ?? [];
  const isProven = holding.some(({ certainty }) => certainty === "proven");
  return {
    sites: [...new Set([...holding, ...reached])],
    areUnseen: unseen.length > (isProven || unseen.some(({ how }) => how !== "call") ? 0 : 1),
    isReadByName,
  };
}

interface Uses {
  readonly reached: readonly TlsOptions[];
  readonly unseen: readonly Reader[];
  readonly isReadByName: boolean;
}

/** What readers do with what they read; writes of one object share theirs. */
function usesBy(program: FileView, readers: readonly Reader[]): Uses {
  const known = usesByReaders(program);
  let uses = known.get(readers);
  if (uses) return uses;
  const { byAnchor } = sitesOf(program);
  uses = {
    reached: readers.flatMap((reader) => (byAnchor.get(reader.node) ?? []).filter((site) => takes(site, reader))),
    unseen: readers.filter((reader) => !isSeen(program, reader) && !byAnchor.has(reader.node)),
    isReadByName: readers.some(({ how }) => how === "name"),
  };
  known.set(readers, uses);
  return uses;
}

const usesByReaders = oncePerFile(() => new WeakMap<readonly Reader[], Uses>());

/** Whether options stand where a call takes the object. */
function takes({ path: place }: TlsOptions, { path = [] }: Reader): boolean {
  return place?.length === path.length - 1 && place.every((name, index) => [name, "*"].includes(path[index]!));
}

/** Exports are for ownership to judge. What is read by its name is seen, unless a function out of sight gets it. */
function isSeen(program: FileView, { how, node }: Reader): boolean {
  if (how === "name")
    return !isCall(node.parent!) || node.parent.callee === node || takesKnowingly(program, node.parent);
  return how === "export" || (how === "call" && isCall(node) && takesKnowingly(program, node));
}

function takesKnowingly(program: FileView, node: Call): boolean {
  return (
    ignoresOptions(program, node) ||
    reachedEntries(program, node, sinks).length > 0 ||
    reachedEntries(program, node, connectionStrings).length > 0
  );
}

const sitesOf = oncePerFile((program) => {
  const writes = new Map<TSESTree.Node, PropertyWrite>();
  const byWrite = new Map<TSESTree.Node, TlsOptions[]>();
  const byAnchor = new Map<TSESTree.Node, TlsOptions[]>();
  for (const options of findTlsOptions(program)) {
    const own = new Map(options.writes.map((write) => [write.node, write]));
    for (const [node, write] of own) {
      writes.set(node, write);
      add(byWrite, node, options);
    }
    if (options.certainty === "proven") add(byAnchor, options.anchor, options);
  }
  return { writes, byWrite, byAnchor };
});

function add(sites: Map<TSESTree.Node, TlsOptions[]>, node: TSESTree.Node, options: TlsOptions): void {
  const known = sites.get(node);
  if (known) known.push(options);
  else sites.set(node, [options]);
}
