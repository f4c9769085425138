import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../clients/index.js";
import { guardAround } from "./guards.js";
import { isLookAlike } from "./look-alikes.js";
import type { Program } from "./program.js";
import { optionsInText, textPiecesOf, type TextPiece } from "./string-options.js";
import type { TlsOptions, TlsSite } from "./tls-options.js";
import { walk } from "./walk.js";

const recognisable = clients.flatMap((client) =>
  (client.connectionStrings ?? []).flatMap((form) => (form.looksLike ? [{ client, form, looksLike: form.looksLike, anywhere: unanchored(form.looksLike) }] : [])),
);

function unanchored({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll(/^\^|\$$/g, ""), flags);
}

/** Connection strings that are one client's beyond doubt, though the call that takes them is out of sight. */
export function likelyConnectionStrings(program: Program, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  // to follow every string of a file is worth it only where one of these is
  const present = recognisable.filter(({ anywhere }) => anywhere.test(program.file.text));
  if (present.length === 0) return [];
  return stringsIn(program).flatMap((node) => {
    const pieces = textPiecesOf(program, node);
    const start = pieces[0] && textOf(pieces[0]);
    const fitting = start === undefined || pieces.some((piece) => claimed.has(piece.node)) ? [] : present.filter(({ looksLike }) => looksLike.test(start));
    if (fitting.length === 0 || isLookAlike(program, node)) return [];
    const guard = guardAround(program, node);
    return fitting.flatMap(({ client, form }) => {
      const site: TlsSite = { client, side: "client", certainty: "likely", scope: "connection", unverified: false, anchor: node, guard, vocabulary: {}, forwards: [] };
      return optionsInText(site, form, pieces) ?? [];
    });
  });
}

function textOf({ node }: TextPiece): string {
  return node.type === "Literal" ? String(node.value) : (node.value.cooked ?? "");
}

/** Every string of the file that is not a part of another one. */
function stringsIn(program: Program): readonly TSESTree.Node[] {
  const strings: TSESTree.Node[] = [];
  walk(program.file.ast, (node) => {
    const isString = node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string") || (node.type === "BinaryExpression" && node.operator === "+");
    if (isString) strings.push(node);
    return isString ? "skip" : undefined;
  });
  return strings;
}
