import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { blockExtensions, type CodeBlock, codeBlocksOf } from "../text/code-blocks.js";
import { indexLines } from "../text/line-index.js";
import { onlyScript } from "../text/script-hosts.js";
import { withinScript } from "./read-scripts.js";
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
      const readings = codeBlocksOf(text).flatMap((block) => {
        const reading = readBlock(block);
        return reading
          ? [{ ...reading, findings: reading.findings.map((finding) => withinScript(finding, block)) }]
          : [];
      });
      return {
        text,
        lines: indexLines(text),
        findings: readings.flatMap(({ findings }) => findings),
        directives: {
          ignores: readings.flatMap(({ directives }) => directives.ignores),
          todos: readings.flatMap(({ directives }) => directives.todos),
        },
        problems: readings.reduce((sum, { problems = 0 }) => sum + problems, 0),
      };

      function readBlock(block: CodeBlock): Reading | undefined {
        const reader = readers.get(block.extension)!;
        if (!reader.isWorthReading(text.slice(...block.range))) return undefined;
        try {
          return reader.read(`${path}${block.extension}`, onlyScript(text, block), settings);
        } catch (error) {
          if (error instanceof SyntaxError) return undefined;
          throw error;
        }
      }
    },
  };
}
