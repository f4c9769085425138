import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { isUnmistakable } from "./likely-shapes.js";
import { optionShapes } from "./option-shapes.js";
import { optionTypeIn } from "./option-types.js";
import { shapedOptions, unclaimedWrites } from "./shaped-options.js";
import type { TlsOptions } from "./tls-options.js";

/**
 * Options whose call is out of sight but whose key and value are unmistakably Node's: a `rejectUnauthorized: false` in an object that
 * goes to a wrapper, a `secureProtocol` assigned to a parameter. What is already tied to a TLS call is left out, and what types say is
 * an application's own.
 */
export function likelyTlsOptions(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  return optionShapes(program).flatMap((shape) => {
    const writes = unclaimedWrites(shape, claimed).filter(
      ({ key }) => optionTypeIn(program, shape, key)?.of !== "application",
    );
    if (!writes.some((write) => isUnmistakable(write, shape.writes))) return [];
    return [shapedOptions(program, shape, writes, { side: "unknown", certainty: "likely" })];
  });
}
