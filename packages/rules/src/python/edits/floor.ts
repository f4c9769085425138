import type { PythonRuntime } from "tls-policy";
import type { Edit } from "../../finding.js";
import type { PyModule } from "../program/module.js";
import type { PyNode } from "../program/tree.js";
import { linesAfter, spelled } from "./lines.js";

/** The lines that give a context a floor of TLS 1.2 on every Python in range; undefined where `ssl` is not at hand. */
export function floorLines(
  holder: string,
  at: PyNode,
  pythons: readonly PythonRuntime[],
  module: PyModule,
): readonly string[] | undefined {
  const version = spelled("TLSVersion.TLSv1_2", at, module);
  if (!version) return undefined;
  if (pythons.every(({ traits }) => traits.has("hasVersionAttributes")))
    return [`${holder}.minimum_version = ${version}`];
  const bits = ["OP_NO_TLSv1", "OP_NO_TLSv1_1"].map((name) => spelled(name, at, module));
  return [`${holder}.options |= ${bits.join(" | ")}`];
}

/** Puts those lines behind the statement that makes the context. */
export function floorAfter(
  statement: PyNode,
  holder: string,
  pythons: readonly PythonRuntime[],
  module: PyModule,
): Edit | undefined {
  const lines = floorLines(holder, statement, pythons, module);
  return lines && linesAfter(statement, lines, module.text);
}
