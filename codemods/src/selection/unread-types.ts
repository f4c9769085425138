import { posix } from "node:path";
import { markdownExtensions } from "../engine/text/code-blocks.js";

/** Types of files that are not read by themselves, though what they hold may become a program or a setting. */
const unreadTypes: Readonly<Record<string, string>> = {
  ...named(
    `is Markdown; --ext ${markdownExtensions.map((extension) => extension.slice(1)).join(",")} reads the code blocks`,
    markdownExtensions,
  ),
  ...named("is a template; what it becomes can be read", [
    ".ejs",
    ".erb",
    ".hbs",
    ".j2",
    ".jinja",
    ".jinja2",
    ".liquid",
    ".mustache",
    ".njk",
    ".pug",
    ".tmpl",
    ".tpl",
    ".twig",
  ]),
  ...named("is CoffeeScript; what it becomes can be read", [".coffee", ".litcoffee", ".ls", ".civet"]),
  ...named("is a notebook; what it becomes can be read", [".ipynb"]),
};

function named(reason: string, extensions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(extensions.map((extension) => [extension, reason]));
}

/** Why a file is not read that is worth naming if it holds a word that a rule looks for; undefined for all others. */
export function reasonNotToRead(path: string): string | undefined {
  const extension = posix.extname(path);
  return Object.hasOwn(unreadTypes, extension) ? unreadTypes[extension] : undefined;
}
