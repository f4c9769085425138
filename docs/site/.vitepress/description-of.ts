/** Longer ones are cut where results of a search are shown. */
const longest = 160;

/** What a page is about, in plain words: of a rule's page what the rule does, of others the first paragraph below the title. */
export function descriptionOf(markdown: string): string {
  const text = markdown.replace(/^---\n[^]*?\n---\n/, "").replaceAll(/<!--[^]*?-->/g, "");
  const [, rule] = /^📝 (.+)$/mu.exec(text) ?? [];
  return shortened(plain(rule ?? firstParagraph(text)));
}

/** Neither a heading, a table, a list, code nor markup. */
function firstParagraph(text: string): string {
  const paragraphs = text.replaceAll(/^```[^]*?^```/gm, "").split(/\n{2,}/);
  return paragraphs.map((each) => each.trim()).find((each) => /^[\p{L}\p{N}`[]/u.test(each)) ?? "";
}

function plain(text: string): string {
  return text
    .replaceAll(/\[([^\][]{0,300})\]\([^()]{0,300}\)/g, "$1")
    .replaceAll(/[`*_]|<[^<>]{1,200}>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const words = text.slice(0, longest).split(" ").slice(0, -1);
  return `${words.join(" ").replace(/[,;:]$/, "")} …`;
}
