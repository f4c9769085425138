import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../../clients/index.js";
import { guardAround } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { isInRange } from "../program/walk.js";
import { sourcesOf } from "../values/sources.js";
import { heldWords } from "./held-rows.js";
import { isLookAlike } from "./look-alikes.js";
import { optionsInText, parametersIn, parametersSet, type TextPiece, textPiecesOf } from "./string-options.js";
import type { TlsOptions, TlsSite } from "./tls-options.js";

const recognisable = clients.flatMap((client) =>
  (client.connectionStrings ?? []).flatMap((form) =>
    // whose string it is, and so whose defaults hold, only a call tells
    form.looksLike
      ? [
          {
            client,
            form: { ...form, insecureDefaults: [] },
            looksLike: form.looksLike,
            anywhere: unanchored(form.looksLike),
          },
        ]
      : [],
  ),
);

function unanchored({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll(/^\^|\$$/g, ""), flags);
}

/** Connection strings that are one client's beyond doubt, though the call that takes them is out of sight. */
export function likelyConnectionStrings(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  return [...wholeStrings(program, claimed), ...addedParameters(program, claimed)];
}

function wholeStrings(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  // to follow every string of a file is worth it only where one of these is
  const present = recognisable.filter(({ anywhere }) => anywhere.test(program.file.text));
  if (present.length === 0) return [];
  return stringsIn(program).flatMap((node) => {
    const start = beginningOf(program, node);
    const fitting = start === undefined ? [] : present.filter(({ looksLike }) => looksLike.test(start));
    if (fitting.length === 0 || isLookAlike(program, node)) return [];
    const pieces = textPiecesOf(program, node);
    if (pieces.some((piece) => claimed.has(piece.node))) return [];
    return fitting.flatMap((each) => optionsOf(program, each, node, pieces));
  });
}

type Recognisable = Pick<(typeof recognisable)[number], "client" | "form">;

function optionsOf(
  program: FileView,
  { client, form }: Recognisable,
  anchor: TSESTree.Node,
  pieces: readonly TextPiece[],
): readonly TlsOptions[] {
  const site: TlsSite = {
    client,
    side: "client",
    certainty: "likely",
    scope: "connection",
    unverified: false,
    anchor,
    guard: guardAround(program, anchor),
    vocabulary: {},
    forwards: [],
    trust: form.trust,
  };
  const options = optionsInText(site, { ...form, parameters: heldWords(program, client, form.parameters) }, pieces);
  return options ? [options] : [];
}

/** Parameters that are added to, or put into, a connection string that is out of sight, where name and value leave no doubt. */
function addedParameters(program: FileView, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  const present = unmistakable.filter(({ texts }) =>
    texts.some((row) => row.every((text) => program.file.text.includes(text))),
  );
  if (present.length === 0) return [];
  const added = [
    ...parametersSet(program).map(({ call, pieces }) => ({ anchor: call, pieces })),
    ...stringsIn(program).flatMap((node) =>
      isAdded(program, node) ? [{ anchor: node, pieces: textPiecesOf(program, node) }] : [],
    ),
  ];
  return added.flatMap(({ anchor, pieces }) => {
    if (isLookAlike(program, anchor) || pieces.some((piece) => claimed.has(piece.node))) return [];
    const own = present.filter(({ form }) =>
      pieces.some((piece) => parametersIn(piece, form).some(({ name, value }) => isUnmistakable(name, value))),
    );
    return own.slice(0, 1).flatMap((each) => optionsOf(program, each, anchor, pieces));
  });
}

/** Whether nobody else's parameter is called so: `sslmode=no-verify`, `tlsInsecure=true`, but not `ssl=false`. */
function isUnmistakable(name: string, value: string): boolean {
  return !/^(?:true|false|[01])$/.test(value) || /[a-z][A-Z]/.test(name);
}

/** By form, the texts without all of one row of which no parameter of it that switches something off stands in a file. */
const unmistakable = recognisable.flatMap(({ client, form }) => {
  if (form.form !== "url") return [];
  const weak = Object.entries(form.parameters).flatMap(([name, word]) =>
    (word.values ?? []).flatMap(([native, node]) =>
      (node === false || node === "accepts-all") && isUnmistakable(name, String(native))
        ? [{ name, word, native }]
        : [],
    ),
  );
  const parameters = Object.fromEntries(weak.map(({ name, word }) => [name, word]));
  const texts = weak.map(({ name, native }) => (/[a-z][A-Z]/.test(name) ? [name] : [name, String(native)]));
  return weak.length > 0 ? [{ client, form: { ...form, parameters }, texts }] : [];
});

/** Whether a string is put behind, or into, one that is not known. */
function isAdded(program: FileView, node: TSESTree.Node): boolean {
  if (node.type === "Literal") {
    const { parent } = node;
    const method = parent.type === "CallExpression" ? unwrap(parent.callee) : undefined;
    if (parent.type !== "CallExpression" || method?.type !== "MemberExpression") return false;
    const name = method.property.type === "Identifier" ? method.property.name : "";
    return name === "concat" || (/^replace(?:All)?$/.test(name) && parent.arguments[1] === node);
  }
  return beginningOf(program, node) === undefined;
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
  let around: TSESTree.Node | undefined;
  for (const node of program.nodes) {
    if (around && isInRange(node, around)) continue;
    const hasParts = node.type === "TemplateLiteral" || (node.type === "BinaryExpression" && node.operator === "+");
    if (hasParts) around = node;
    if (hasParts || (node.type === "Literal" && typeof node.value === "string")) strings.push(node);
  }
  return strings;
}
