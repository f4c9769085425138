import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { otherFileComments, readOtherFile } from "../../other-files/index.js";
import { createReading, type ReadText } from "./reading.js";

/** Reads the files besides programs that decide how Node does TLS, by the rules of these names; by all of them when undefined. */
export function otherTextReader(names: readonly string[] | undefined): ReadText {
  return (path, source, settings) => {
    const text = withoutByteOrderMark(source);
    const findings = readOtherFile(path, text, settings).filter(({ rule }) => names?.includes(rule) ?? true);
    return createReading(text, findings, otherFileComments(path, text));
  };
}
