import type { PythonContext } from "../../define-rule.js";
import { argumentAddition, replacement, spelled } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, bindingsOf, dottedName, type PyModule } from "../../python/program/module.js";
import { field, parts, type PyNode, textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

const remedy = "Verifies the certificate and the host name.";

/** Calls of the standard library that make a context which verifies nothing where they get none (gh-91826): the keyword of theirs. */
const keywords: Readonly<Record<string, string>> = {
  "smtplib.SMTP_SSL": "context",
  "imaplib.IMAP4_SSL": "ssl_context",
  "poplib.POP3_SSL": "context",
  "ftplib.FTP_TLS": "context",
};
/** Methods of what is made, which do the same: the maker, and the keyword. */
const methods: readonly (readonly [method: string, maker: string, keyword: string])[] = [
  ["starttls", "smtplib.SMTP", "context"],
  ["starttls", "imaplib.IMAP4", "ssl_context"],
  ["stls", "poplib.POP3", "context"],
];

/** What the rule about defaults says of Python's own clients. */
export const standardClientMessages = {
  standardClient:
    "`{{call}}` without `{{keyword}}` accepts any certificate, which is Python's default here (RFC 9325, section 7.1). Hand it `{{keyword}}=ssl.create_default_context()`.",
} as const;

/** Calls of the standard library without a context. */
export function checkStandardClients(
  { module }: PythonProgram,
  { report }: PythonContext<typeof standardClientMessages, "ask">,
): void {
  for (const call of module.calls) {
    const keyword = keywordOf(call, module);
    if (!keyword || isGiven(call, keyword, module)) continue;
    report({
      at: placeOf(call, guardsOf(call, module)),
      messageId: "standardClient",
      data: { call: textOf(field(call, "function")!, module.text).slice(0, 80), keyword },
      level: "error",
      ...graded(addition(call, keyword, module)),
    });
  }
}

function keywordOf(call: PyNode, module: PyModule): string | undefined {
  const callee = field(call, "function");
  const name = dottedName(callee, module);
  if (name !== undefined) return Object.hasOwn(keywords, name) ? keywords[name] : undefined;
  if (callee?.type === "identifier") return keywordOfSubclass(callee, module);
  const method = callee?.type === "attribute" ? textOf(field(callee, "attribute")!, module.text) : "";
  if (!callee || !methods.some(([name]) => name === method)) return undefined;
  const makers = makersOf(field(callee, "object"), module);
  return methods.find(([name, of]) => name === method && makers.includes(of))?.[2];
}

/** A class of the file's own that makes nothing in another way than the one that it extends. */
function keywordOfSubclass(callee: PyNode, module: PyModule): string | undefined {
  const bindings = bindingsOf(textOf(callee, module.text), callee, module);
  const [only] = bindings;
  const bases = bindings.length === 1 && only?.kind === "definition" ? field(only.at, "superclasses") : undefined;
  const base = bases && parts(bases).length === 1 ? dottedName(parts(bases)[0], module) : undefined;
  const keyword = base !== undefined && Object.hasOwn(keywords, base) ? keywords[base] : undefined;
  const isItsOwn = keyword !== undefined && /__(?:init|new)__|\bcontext\b/.test(textOf(only!.at, module.text));
  return isItsOwn ? undefined : keyword;
}

/** `smtplib.SMTP` for a name that was given `smtplib.SMTP(...)`, by assignment, in a `with` or by its annotation. */
function makersOf(object: PyNode | undefined, module: PyModule): readonly (string | undefined)[] {
  if (object?.type === "call") return [makerIn(object, module)];
  if (object?.type === "attribute") return memberMakers(object, module);
  if (object?.type !== "identifier") return [];
  return bindingsOf(textOf(object, module.text), object, module).flatMap((binding) => [
    annotated(binding.at, module),
    binding.kind === "assignment" ? makerIn(binding.value, module) : undefined,
  ]);
}

function memberMakers(member: PyNode, module: PyModule): readonly (string | undefined)[] {
  const text = textOf(member, module.text);
  return module.assignments
    .filter((assignment) => textOf(field(assignment, "left")!, module.text) === text)
    .flatMap((assignment) => [annotated(assignment, module), makerIn(field(assignment, "right"), module)]);
}

const makerIn = (value: PyNode | undefined, module: PyModule) =>
  value?.type === "call" ? dottedName(field(value, "function"), module) : undefined;

/** `server: smtplib.SMTP`. */
function annotated(declaration: PyNode, module: PyModule): string | undefined {
  const annotation = /^(?:typed_|assignment)/.test(declaration.type) ? field(declaration, "type") : undefined;
  return annotation && dottedName(parts(annotation)[0], module);
}

/** `context=None` is no context. */
function isGiven(call: PyNode, keyword: string, module: PyModule): boolean {
  const { keywords: given, spread, hasUnknownPositions } = argumentsOf(call, module);
  const value = given.get(keyword);
  if (value) return field(value, "value")?.type !== "none";
  return spread.length > 0 || hasUnknownPositions;
}

function addition(call: PyNode, keyword: string, module: PyModule): PyMend<"ask"> | undefined {
  const context = spelled("create_default_context()", call, module);
  const written = argumentsOf(call, module).keywords.get(keyword);
  if (context && written) return { grade: "ask", edits: [replacement(field(written, "value")!, context)], remedy };
  const edit = context && argumentAddition(call, `${keyword}=${context}`, module);
  return edit ? { grade: "ask", edits: [edit], remedy } : undefined;
}
