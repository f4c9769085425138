import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../../clients/index.js";
import { guardAround } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { walk } from "../program/walk.js";
import { sourcesOf } from "../values/sources.js";
import { heldWords } from "./held-rows.js";
import { isLookAlike } from "./look-alikes.js";
import { optionsInText, textPiecesOf } from "./string-options.js";
import type { TlsOptions, TlsSite } from "./tls-options.js";

const recognisable = clients.flatMap((client) =>
  (client.connectionStrings ?? []).flatMap((form) =>
    form.looksLike ? [{ client, form, looksLike: form.looksLike, anywhere: unanchored(form.looksLike) }] : [],
  ),
);

function unanchored({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll(/^\^|\$$/g, ""), flags);
}

/** Connection strings that are one client's beyond doubt, though the call that takes them is out of sight. */
export function likelyConnectionStrings(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  // to follow every string of a file is worth it only where one of these is
  const present = recognisable.filter(({ anywhere }) => anywhere.test(program.file.text));
  if (present.length === 0) return [];
  return stringsIn(program).flatMap((node) => {
    const start = beginningOf(program, node);
    const fitting = start === undefined ? [] : present.filter(({ looksLike }) => looksLike.test(start));
    if (fitting.length === 0 || isLookAlike(program, node)) return [];
    const pieces = textPiecesOf(program, node);
    if (pieces.some((piece) => claimed.has(piece.node))) return [];
    const guard = guardAround(program, node);
    return fitting.flatMap(({ client, form }) => {
      const site: TlsSite = {
        client,
        side: "client",
        certainty: "likely",
        scope: "connection",
        unverified: false,
        anchor: node,
        guard,
        vocabulary: {},
        forwards: [],
        trust: form.trust,
      };
      const parameters = heldWords(program, client, form.parameters);
      return optionsInText(site, { ...form, parameters }, pieces) ?? [];
    });
  });
}

// a name of a name of a name
const renamingLimit = 3;

/** The text that a string begins with, where that is written out or stands in a constant. */
function beginningOf(program: FileView, expression: TSESTree.Node, renamings = 0): string | undefined {
  let node = unwrap(expression);
  while (node.type === "BinaryExpression") node = unwrap(node.left);
  if (node.type === "Literal") return String(node.value);
  if (node.type === "TemplateLiteral")
    return (
      node.quasis[0]!.value.cooked || (node.expressions[0] && beginningOf(program, node.expressions[0], renamings))
    );
  const variable = node.type === "Identifier" && renamings < renamingLimit ? program.variableOf(node) : undefined;
  const [source, ...others] = variable ? sourcesOf(program, variable).all : [];
  return source && others.length === 0 && source.path.length === 0
    ? beginningOf(program, source.expression, renamings + 1)
    : undefined;
}

/** Every string of the file that is not a part of another one. */
function stringsIn(program: FileView): readonly TSESTree.Node[] {
  const strings: TSESTree.Node[] = [];
  walk(program.file.ast, (node) => {
    const isString =
      node.type === "TemplateLiteral" ||
      (node.type === "Literal" && typeof node.value === "string") ||
      (node.type === "BinaryExpression" && node.operator === "+");
    if (isString) strings.push(node);
    return isString ? "skip" : undefined;
  });
  return strings;
}
