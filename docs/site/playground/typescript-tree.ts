interface Node {
  type: string;
  range: [start: number, end: number];
  [key: string]: unknown;
}

type Convert = (node: Node, text: string) => void;

/** Babel's nodes whose shape is not that of typescript-eslint; a node's parts have not been converted when it is its turn. */
const conversions: Readonly<Record<string, Convert>> = {
  ClassDeclaration: nameHeritage,
  ClassExpression: nameHeritage,
  TSInterfaceDeclaration: nameHeritage,
  MethodDefinition: nameMember,
  PropertyDefinition: nameMember,
  AccessorProperty: nameMember,
  TSFunctionType: nameSignature,
  TSConstructorType: nameSignature,
  TSCallSignatureDeclaration: nameSignature,
  TSConstructSignatureDeclaration: nameSignature,
  TSMethodSignature: nameSignature,
  TSParenthesizedType: (node, text) => become(node, node["typeAnnotation"] as Node, text),
  TSLiteralType: nameTemplateType,
  TSTypeParameter: (node, text) => void (node["name"] = identifier(node, text)),
  TSMappedType: splitTypeParameter,
  TSImportType: (node) => void (node["source"] = node["argument"]),
  TSEnumDeclaration: wrapMembers,
  TSModuleDeclaration: joinNames,
  TSImportEqualsDeclaration: wrapExport,
  TSQualifiedName: nameThis,
  TemplateElement: includeDelimiters,
};

/** Gives a tree that Babel has parsed with its plugins `estree` and `typescript` the shape that typescript-eslint's parser gives it. */
export function likeTypescriptEslint(node: unknown, text: string): void {
  if (typeof node !== "object" || node === null) return;
  if (isNode(node)) {
    conversions[node.type]?.(node, text);
    nameTypeArguments(node);
  }
  for (const child of Object.values(node)) likeTypescriptEslint(child, text);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "range" in value;
}

function rename(node: Node, from: string, to: string): void {
  node[to] = node[from];
  Reflect.deleteProperty(node, from);
}

function become(node: Node, other: Node, text: string): void {
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  Object.assign(node, other);
  conversions[node.type]?.(node, text);
}

function nameTypeArguments(node: Node): void {
  if ((node["typeParameters"] as Node | undefined)?.type === "TSTypeParameterInstantiation")
    rename(node, "typeParameters", "typeArguments");
  if ("superTypeParameters" in node) rename(node, "superTypeParameters", "superTypeArguments");
}

function nameHeritage(node: Node): void {
  const isInterface = node.type === "TSInterfaceDeclaration";
  const heritage = (node[isInterface ? "extends" : "implements"] ?? []) as Node[];
  for (const parent of heritage) {
    parent.type = isInterface ? "TSInterfaceHeritage" : "TSClassImplements";
    nameMemberExpression(parent["expression"] as Node);
  }
}

/** The names after `extends` and `implements` are values to typescript-eslint. */
function nameMemberExpression(name: Node): void {
  if (name.type !== "TSQualifiedName") return;
  Object.assign(name, { type: "MemberExpression", computed: false, optional: false });
  rename(name, "left", "object");
  rename(name, "right", "property");
  nameMemberExpression(name["object"] as Node);
}

function nameMember(node: Node): void {
  if (node["abstract"]) node.type = `TSAbstract${node.type}`;
  delete node["abstract"];
  const method = node["value"] as Node | null;
  if (method?.type === "FunctionExpression" && !method["body"]) method.type = "TSEmptyBodyFunctionExpression";
}

function nameSignature(node: Node): void {
  rename(node, "parameters", "params");
  rename(node, "typeAnnotation", "returnType");
}

function nameTemplateType(node: Node): void {
  const literal = node["literal"] as Node;
  if (literal.type !== "TemplateLiteral" || (literal["expressions"] as Node[]).length === 0) return;
  Object.assign(node, literal, { type: "TSTemplateLiteralType" });
  delete node["literal"];
  rename(node, "expressions", "types");
}

function identifier(parameter: Node, text: string): Node {
  const [start, end] = parameter.range;
  const hasModifier = Boolean(parameter["in"] || parameter["out"] || parameter["const"]);
  const [modifiers] = (hasModifier && /^(?:(?:in|out|const)\s+)+/.exec(text.slice(start, end))) || [""];
  const name = parameter["name"] as string;
  const at = start + modifiers.length;
  return { type: "Identifier", name, range: [at, at + name.length] };
}

function splitTypeParameter(node: Node, text: string): void {
  const parameter = node["typeParameter"] as Node;
  Object.assign(node, { key: identifier(parameter, text), constraint: parameter["constraint"] });
  delete node["typeParameter"];
}

function wrapMembers(node: Node, text: string): void {
  const start = text.indexOf("{", (node["id"] as Node).range[1]);
  node["body"] = { type: "TSEnumBody", range: [start, node.range[1]], members: node["members"] };
  delete node["members"];
}

/** `namespace a.b {}` is one declaration. */
function joinNames(node: Node): void {
  for (
    let body = node["body"] as Node | undefined;
    body?.type === "TSModuleDeclaration";
    body = body["body"] as Node | undefined
  ) {
    const [left, right] = [node["id"] as Node, body["id"] as Node];
    Object.assign(node, {
      id: { type: "TSQualifiedName", range: [left.range[0], right.range[1]], left, right },
      body: body["body"],
    });
  }
}

function wrapExport(node: Node, text: string): void {
  if (!node["isExport"]) return;
  const [start, end] = node.range;
  const declaration = { ...node, isExport: false, range: [text.indexOf("import", start), end] };
  become(
    node,
    {
      type: "ExportNamedDeclaration",
      range: [start, end],
      exportKind: "value",
      declaration,
      specifiers: [],
      source: null,
      attributes: [],
    },
    text,
  );
}

function nameThis(node: Node): void {
  const left = node["left"] as Node;
  if (left.type === "Identifier" && left["name"] === "this")
    node["left"] = { type: "ThisExpression", range: left.range };
}

/** The backtick or brace on either side, and the `$`. */
function includeDelimiters(node: Node): void {
  const [start, end] = node.range;
  node.range = [start - 1, end + (node["tail"] ? 1 : 2)];
}
