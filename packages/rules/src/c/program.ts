import { conditionsAt, type PreprocessorCondition, regionsOf } from "./preprocessor.js";
import {
  type CFile,
  type CMacro,
  type CNode,
  descendants,
  field,
  functionAround,
  parts,
  textOf,
  unwrapped,
} from "./tree.js";

/** `#define NAME text`, without parameters. */
interface Macro {
  readonly text: string;
  readonly start: number;
}

/** A variable that one initialisation gives its value. */
interface Constant {
  readonly value: CNode;
  /** How often its name stands in the file besides. */
  readonly uses: number;
}

/** A file of C or C++ as it is read: once, call by call, because what the preprocessor leaves of its braces is not known. */
export interface CProgram extends Omit<CFile, "macros"> {
  /** Whether its text asks for releases before 1.1.0, with which it is compiled then. */
  readonly isForOldReleases: boolean;
  /** Whether it looks itself at what OpenSSL found wrong with a certificate. */
  readonly isAskedAfter: boolean;
  /** Whether it may look at a certificate in another way than OpenSSL: its result, the certificate, its key, a callback, or asks for verification elsewhere. */
  readonly looksItself: boolean;
  /** Whether it has anything to do with Asio. */
  readonly isForAsio: boolean;
  readonly calls: readonly CNode[];
  /** `a::b::c`, each as a whole. */
  readonly qualifiedNames: readonly CNode[];
  readonly comments: readonly CNode[];
  /** Those that are defined once, by name. */
  readonly macros: ReadonlyMap<string, Macro>;
  /** Whether a node is part of what a macro stands for. */
  isInMacro(node: CNode): boolean;
  conditionsAt(offset: number): readonly PreprocessorCondition[];
  /** The variable of that name which is given one value and no other, as seen from a node. */
  constantNamed(name: string, from: CNode): Constant | undefined;
  functionNamed(name: string): CNode | undefined;
}

const oldReleases = /OPENSSL_VERSION_NUMBER\s{0,9}[<>]=?\s{0,9}\(?0x(?:0|100|1010)/i;

const ownLooks =
  /\b(?:SSL_get_verify_result|SSL_get[01]?_peer_cert\w*|SSL_(?:CTX_)?(?:set_cert_verify_callback|dane_enable|set_psk\w*|set_srp\w*)|SSL_VERIFY_PEER|X509_(?:check|verify|digest|cmp|pubkey_digest|STORE_CTX)\w*|set_verify_mode\([^;]{0,99}verify_peer|pin(?:s|ned|ning)?|fingerprint\w*|tofu)\b|(?:\.|->)set_verify_callback\b/i;

/** Reads a file once. */
export function readProgram(file: CFile): CProgram {
  const regions = regionsOf(file.text);
  const nodes = [...descendants(file.tree)];
  const ofType = (...types: readonly string[]) => nodes.filter(({ type }) => types.includes(type));
  const functions = new Map(
    ofType("function_definition").map((node) => [nameOfDeclarator(field(node, "declarator"), file.text), node]),
  );
  const names = groupByName(ofType("identifier"), file.text);
  const constants = new Map<string, Map<CNode, Constant | undefined>>();
  const constantIn = (here: CNode, name: string) => {
    const known = constants.get(name) ?? new Map<CNode, Constant | undefined>();
    constants.set(name, known);
    if (!known.has(here)) known.set(here, constantAmong(names.get(name) ?? [], here));
    return known.get(here);
  };
  const isInMacro = ({ range: [start] }: CNode) => macroAt(file.macros, start) !== undefined;
  return {
    ...file,
    isForOldReleases: oldReleases.test(file.text),
    isAskedAfter: /\bSSL_get_verify_result\b/.test(file.text),
    looksItself: ownLooks.test(file.text),
    isForAsio: file.text.includes("asio"),
    calls: [
      ...ofType("call_expression").filter((call) => !isInMacro(call)),
      ...file.macros.flatMap(({ tree }) => callsIn(tree)),
    ],
    qualifiedNames: ofType("qualified_identifier"),
    comments: ofType("comment"),
    macros: macrosIn(ofType("preproc_def"), file.text),
    isInMacro,
    conditionsAt: (offset) => conditionsAt(regions, offset),
    // a macro's own parameters have names too
    constantNamed: (name, from) => (isInMacro(from) ? undefined : constantIn(functionAround(from), name)),
    functionNamed: (name) => functions.get(name),
  };
}

/** In source order, so that one of many is found by halves. */
function macroAt(macros: readonly CMacro[], offset: number): CMacro | undefined {
  let [low, high] = [0, macros.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (macros[middle]!.range[1] <= offset) low = middle + 1;
    else high = middle;
  }
  const found = macros[low];
  return found && found.range[0] <= offset && offset < found.range[1] ? found : undefined;
}

const callsIn = (tree: CNode) => [...descendants(tree)].filter(({ type }) => type === "call_expression");

function groupByName(identifiers: readonly CNode[], text: string): ReadonlyMap<string, readonly CNode[]> {
  const groups = new Map<string, CNode[]>();
  for (const node of identifiers) {
    const name = textOf(node, text);
    const known = groups.get(name);
    if (known) known.push(node);
    else groups.set(name, [node]);
  }
  return groups;
}

function macrosIn(definitions: readonly CNode[], text: string): ReadonlyMap<string, Macro> {
  const macros = new Map<string, Macro | undefined>();
  for (const node of definitions) {
    const [name, value] = [field(node, "name"), field(node, "value")];
    if (!name || !value) continue;
    const key = textOf(name, text);
    macros.set(key, macros.has(key) ? undefined : macroOf(value, text));
  }
  return new Map([...macros].filter((entry): entry is [string, Macro] => entry[1] !== undefined));
}

/** The text up to a comment. */
function macroOf(value: CNode, text: string): Macro {
  const written = textOf(value, text);
  const code = written.replace(/^((?:[^"/]|"[^"]*"|\/(?![/*]))*)\/[/*][\s\S]*$/, "$1");
  const lead = /^\s*/.exec(code)![0].length;
  return { text: code.trim(), start: value.range[0] + lead };
}

/** The name that a declarator declares, inside pointers, arrays and parameters. */
export function nameOfDeclarator(declarator: CNode | undefined, text: string): string {
  let node = declarator;
  while (node && field(node, "declarator")) node = field(node, "declarator");
  return node ? textOf(node, text) : "";
}

/**
 * Of the identifiers of one name: the one initialisation, in the same function or outside of all, where nothing else is assigned to it.
 * A name that also stands in a function's parameters may be another there.
 */
function constantAmong(identifiers: readonly CNode[], here: CNode): Constant | undefined {
  const seen = identifiers.filter((node) => {
    const around = functionAround(node);
    return around === here || around.type !== "function_definition";
  });
  const local = seen.filter((node) => functionAround(node) === here);
  const declared = (nodes: readonly CNode[]) => nodes.flatMap((node) => initialisations(node));
  const candidates = declared(local).length > 0 ? local : seen;
  const values = declared(candidates);
  const isChanged = candidates.some(isAssigned) || candidates.some(isParameter);
  const uses = candidates.length - values.length;
  return values.length === 1 && !isChanged ? { value: values[0]!, uses } : undefined;
}

/** What `type *name = value` gives the name that a node is. */
function initialisations(name: CNode): readonly CNode[] {
  let node = name;
  while (
    node.field === "declarator" &&
    node.parent &&
    /_declarator$/.test(node.parent.type) &&
    node.parent.type !== "init_declarator"
  )
    node = node.parent;
  const declarator = node.parent;
  const value =
    declarator?.type === "init_declarator" && node.field === "declarator" ? field(declarator, "value") : undefined;
  return value ? [value] : [];
}

function isAssigned(node: CNode): boolean {
  const { parent } = node;
  const target = parent && unwrapped(node) === node ? parent : undefined;
  return (
    (target?.type === "assignment_expression" && node.field === "left") ||
    target?.type === "update_expression" ||
    (target?.type === "pointer_expression" && parts(target).length === 1)
  );
}

function isParameter(node: CNode): boolean {
  for (let next = node.parent; next; next = next.parent) {
    if (next.type === "parameter_declaration") return true;
    if (!/_declarator$/.test(next.type)) return false;
  }
  return false;
}
