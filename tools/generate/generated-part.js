/**
 * Replaces the text between `<!-- begin generated: NAME -->` and its end mark.
 * @throws when the marks are missing, with the path in the message.
 */
export function withGeneratedPart(path, text, name, content) {
  const [begin, end] = [`<!-- begin generated: ${name} -->`, `<!-- end generated: ${name} -->`];
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start === -1 || stop < start)
    throw new Error(`${path} has no ${begin} ... ${end}. Put both marks where the generated text belongs.`);
  return `${text.slice(0, start + begin.length)}\n${content.trim()}\n${text.slice(stop)}`;
}
