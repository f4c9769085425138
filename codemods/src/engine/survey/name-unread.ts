import { binaryReason } from "../../files/decode.js";
import { readBytes } from "../../files/read-bytes.js";
import type { Seen, Selected } from "../../selection/selected.js";
import { mayBecomeCandidate } from "../reading/is-candidate.js";

/** Files of types that are not read are passed on as skipped where they hold a word that a rule looks for; nobody would miss the others. */
export function* nameUnread(files: Iterable<Selected>, maxFileSize: number): Generator<Seen> {
  for (const selected of files) {
    if (selected.kind !== "unread") yield selected;
    else if (isWorthNaming(selected.file, maxFileSize))
      yield { kind: "skipped", path: selected.path, reason: selected.reason };
  }
}

function isWorthNaming(file: string, maxFileSize: number): boolean {
  try {
    const read = readBytes(file, maxFileSize);
    return "bytes" in read && !binaryReason(read.bytes) && mayBecomeCandidate(read.bytes);
  } catch {
    return false;
  }
}
