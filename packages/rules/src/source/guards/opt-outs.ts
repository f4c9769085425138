import type { TSESTree } from "@typescript-eslint/types";
import { probing } from "../../choice-words.js";
import { type ClassNode, type FileView, type FunctionNode, isClass, isFunction } from "../program/file-view.js";
import { spaced } from "./choices.js";
import type { Condition } from "./condition.js";

const subject =
  "(tls|ssl|certs?|certificates?|verif\\w*|validation|checks?|checking|hosts?|host ?names?|errors?|invalid|unauthorized)";

/** Names by which one asks for less: `disableVerification`, `insecureAgent`, `allow-self-signed`. */
const optOut = new RegExp(
  `\\b(insecure(ly)?|unsafe(ly)?|unverified|untrusted|dangerous(ly)?|self ?signed|permissive|lax|opt ?out|` +
    `(skip|ignore|ignoring|disable|bypass|without|no|turn off|switch off|allow|trust|accept)( \\w+)? ${subject}|(trust|accept|allow) (all|any|every\\w*))\\b`,
);

/** Names of what is made for peers or machines that are weak on purpose. */
const weakPlace =
  /^(dev|devel(opment)?|local(host)?|test(ing)?|staging|debug|mock|legacy)( agent)?$|\blegacy (tls|ssl|https?|ciphers?|protocols?|versions?|renegotiation)\b/;

/** The function, method, class or file around a node whose name is the opt-out, or what is made for it. Who calls or takes it asks for that. */
export function optOutAround(program: FileView, node: TSESTree.Node): Condition | undefined {
  for (let { parent } = node; parent; { parent } = parent) {
    const made = parent.type === "NewExpression" ? nameOf(program, parent) : undefined;
    if (made !== undefined && (isOptOut(made) || weakPlace.test(spaced(made))))
      return { text: made, when: `\`${made}\` is used` };
    const name = isFunction(parent) || isClass(parent) ? nameOf(program, parent) : undefined;
    if (name !== undefined && isOptOut(name)) return { text: name, when: `\`${name}\` is called` };
  }
  const [file] = program.file.path.split("/").slice(-1);
  return isOptOut(file!.replace(/\.\w+$/, "")) ? { text: file!, when: `\`${file!}\` is used` } : undefined;
}

function isOptOut(name: string): boolean {
  const words = spaced(name);
  return optOut.test(words) || probing.test(words);
}

function nameOf(program: FileView, node: FunctionNode | ClassNode | TSESTree.NewExpression): string | undefined {
  if ("id" in node && node.id) return node.id.name;
  const { parent } = node;
  switch (parent?.type) {
    case "VariableDeclarator":
      return program.textOf(parent.id);
    case "AssignmentExpression":
      return parent.right === node ? lastName(program, parent.left) : undefined;
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.value === node && !parent.computed ? program.textOf(parent.key) : undefined;
    default:
      return;
  }
}

function lastName(program: FileView, node: TSESTree.Node): string {
  return program.textOf(node.type === "MemberExpression" ? node.property : node);
}
