import type { Told } from "./told.js";

/** The annotations of findings, as the runner of GitHub Actions reads workflow commands. */
export function readGithub(text: string): readonly Told[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, properties] = /^::(?:error|warning|notice) ([^:]*)::./.exec(line) ?? [];
    if (properties === undefined) return [];
    const {
      file,
      line: place,
      title,
    } = Object.fromEntries(properties.split(",").map((property) => property.split(/=(.*)/s).map(unescape)));
    return place === undefined ? [] : [{ path: file!, line: Number(place), rule: title! }];
  });
}

function unescape(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
