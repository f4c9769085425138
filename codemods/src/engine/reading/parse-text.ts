import { type ParseResult, type ParserOptions, parseSync, rawTransferSupported } from "oxc-parser";

/** An option of oxc-parser's that its types do not name. */
interface Options extends ParserOptions {
  readonly experimentalRawTransfer?: boolean;
}

/** Its memory is 6 GiB of addresses, of which only what is written to takes room: Node has that from 22 on, and not every machine grants it. */
let isSharedMemoryThere = rawTransferSupported();

/**
 * Parses with oxc. Where there can be, the tree is read from memory that the parser shares; by way of JSON, it takes three times as long,
 * and the text of the JSON takes more room than the tree. What comes of it is the same, and JSON bears deeper nesting.
 */
export function parseText(path: string, text: string, options: ParserOptions): ParseResult {
  if (!isSharedMemoryThere) return parseSync(path, text, options);
  const asked: Options = { ...options, experimentalRawTransfer: true };
  try {
    return parseSync(path, text, asked);
  } catch (error) {
    // no memory is granted, or the call stack is too short
    if (!(error instanceof RangeError)) throw error;
    isSharedMemoryThere = !/allocation failed/i.test(error.message);
    return parseSync(path, text, options);
  }
}
