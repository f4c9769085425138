import type { TSESTree } from "@typescript-eslint/types";
import type { Mend } from "../../edits/mend.js";
import { optionNames } from "../../option-names.js";
import type { FileView } from "../../source/program/file-view.js";
import { findTlsOptions } from "../../source/sites/find-tls-options.js";
import type { TlsOptions } from "../../source/sites/tls-options.js";
import type { PropertyWrite } from "../../source/values/layers.js";
import { alternativesOf } from "../../source/values/static-value.js";
import { effectOf } from "./effects.js";
import type { IneffectiveContext } from "./ineffective-messages.js";

const clientOptions = optionNames.filter((name) => name !== "requestCert");

/** What of Node's options, and of the words that a client refuses, is written where the client hands on others only. */
export function droppedWrites(options: TlsOptions, program: FileView): readonly PropertyWrite[] {
  const { client, forwards, writes, vocabulary, refuses } = options;
  if (!client || !forwards) return [];
  const isDropped = ({ key }: PropertyWrite) =>
    !Object.hasOwn(vocabulary, key) &&
    (Object.hasOwn(refuses?.words ?? {}, key) ||
      clientOptions.some((name) => name === key && !forwards.includes(name)));
  const isReadElsewhere = ({ node }: PropertyWrite) =>
    findTlsOptions(program).some(
      (other) => other.client === client && other.allValues().some((value) => value.write.node === node),
    );
  return writes.filter((write) => isDropped(write) && !isReadElsewhere(write));
}

/** Those of them that the client throws for. */
export function refusedWrites(options: TlsOptions, program: FileView): readonly PropertyWrite[] {
  return options.refuses ? droppedWrites(options, program).filter((write) => throwsFor(options, write)) : [];
}

function throwsFor({ refuses }: TlsOptions, { key }: PropertyWrite): boolean {
  return refuses !== undefined && (refuses.only === undefined || refuses.only.some((name) => name === key));
}

/** Whether the client throws for what is written, in this row of its table or in one for other majors. */
export function isRefused({ client }: TlsOptions, write: PropertyWrite, program: FileView): boolean {
  return findTlsOptions(program).some(
    (other) =>
      other.client === client && throwsFor(other, write) && other.writes.some(({ node }) => node === write.node),
  );
}

/** Takes a lost option out where it is written into the call itself; one that was meant to make TLS stricter is not lost sight of. */
export function removalIn(
  call: TSESTree.Node,
  write: PropertyWrite,
  { settings, mend }: Pick<IneffectiveContext, "settings" | "mend">,
): Mend | undefined {
  const known = knownOf(write);
  const isInCall = write.node.type === "Property" && write.node.parent.parent === call;
  if (!known || !isInCall || effectOf({}, { [write.key]: known.value }, "client", settings) === "stricter") return;
  return mend.removeWrite(write.node, write.key);
}

/** The one value that is known of what is written. */
export function knownOf({ program, value }: PropertyWrite) {
  const [only, ...others] = alternativesOf(program, value);
  return only?.kind === "known" && others.length === 0 ? only : undefined;
}
