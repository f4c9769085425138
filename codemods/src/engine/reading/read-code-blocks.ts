import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { blockExtensions, type CodeBlock, codeBlocksOf } from "../text/code-blocks.js";
import { joinedDirectives, movedDirectives } from "../text/directives.js";
import { indexLines } from "../text/line-index.js";
import { cutter } from "../text/script-hosts.js";
import { placedInFile } from "./read-scripts.js";
import type { Reader } from "./reader-for.js";
import type { Reading } from "./reading.js";

/** Reads the code blocks of Markdown, each as a file of its language by itself. One that does not parse is an excerpt, and no program. */
export async function codeBlockReader(readerOf: (path: string) => Promise<Reader>): Promise<Reader> {
  const readers = new Map(
    await Promise.all(
      blockExtensions.map(async (extension) => [extension, await readerOf(`block${extension}`)] as const),
    ),
  );
  return {
    isWorthReading: (text) => [...readers.values()].some((reader) => reader.isWorthReading(text)),
    canBeMarked: false,
    read: (path, source, settings) => {
      const text = withoutByteOrderMark(source);
      const lines = indexLines(text);
      const cut = cutter(text);
      const readings = codeBlocksOf(text).flatMap((block) => {
        const { text: own, offset } = cut(block);
        const reading = readBlock(block, own);
        return reading ? [{ reading, block, offset }] : [];
      });
      return {
        text,
        lines,
        findings: readings.flatMap(({ reading, block, offset }) =>
          reading.findings.map((finding) => placedInFile(finding, offset, block)),
        ),
        directives: joinedDirectives(
          readings.map(({ reading: { directives }, block, offset }) =>
            // the block has a line of its own above it
            movedDirectives(directives, offset, lines.placeOf(block.range[0]).line - 2),
          ),
        ),
        problems: readings.reduce((sum, { reading: { problems = 0 } }) => sum + problems, 0),
      };

      function readBlock(block: CodeBlock, own: string): Reading | undefined {
        const reader = readers.get(block.extension)!;
        if (!reader.isWorthReading(own)) return undefined;
        try {
          return reader.read(`${path}${block.extension}`, own, settings);
        } catch (error) {
          if (error instanceof SyntaxError) return undefined;
          throw error;
        }
      }
    },
  };
}
