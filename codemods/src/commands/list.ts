import { rules } from "tls-rules";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";

/** Prints every rule with its preset, the grades of its edits and its transform. */
export async function list({ stdout }: Host): Promise<number> {
  for (const { name, meta } of rules) {
    stdout.write(`${name}\n  ${meta.description}\n  preset ${meta.preset} · edits ${meta.grades.join(", ")} · transform ${meta.transform}\n`);
  }
  return exitCodes.ok;
}
