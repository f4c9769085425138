import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import type { OptionType } from "../types/type-reader.js";
import { optionShapes } from "./option-shapes.js";
import { optionTypeIn } from "./option-types.js";
import { shapedOptions, unclaimedWrites } from "./shaped-options.js";
import type { TlsOptions } from "./tls-options.js";

/** Options that the host's types prove to be Node's, whatever they are handed to; none without types. */
export function typedTlsOptions(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  if (!program.file.types) return [];
  return optionShapes(program).flatMap((shape) => {
    const typed = unclaimedWrites(shape, claimed).map((write) => ({
      write,
      type: optionTypeIn(program, shape, write.key),
    }));
    const side = typed.map(({ type }) => type).find(isOfNode)?.side;
    const writes = typed.filter(({ type }) => type?.of !== "application").map(({ write }) => write);
    return side === undefined ? [] : [shapedOptions(program, shape, writes, { side, certainty: "proven" })];
  });
}

function isOfNode(type: OptionType | undefined): type is OptionType & { readonly of: "node" } {
  return type?.of === "node";
}
