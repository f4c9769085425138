import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { rootOf } from "../program/walk.js";
import { calledTlsOptions } from "./called-tls-options.js";
import { exportsOptions } from "./exported-options.js";
import { reachOf } from "./importers.js";
import type { TlsOptions } from "./tls-options.js";

/** The options of a file that reach a known TLS call in another one, which imports them; none where the host sees one file. */
export function arrivingTlsOptions(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  if (!program.file.neighbours || !exportsOptions(program, claimed)) return [];
  const { ast } = program.file;
  return reachOf(program).programs.flatMap((importer) =>
    calledTlsOptions(importer).filter(({ writes }) => writes.some(({ node }) => rootOf(node) === ast)),
  );
}
