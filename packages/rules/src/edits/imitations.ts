import type { TSESTree } from "@typescript-eslint/types";
import { spaced } from "../source/guards/choices.js";
import { type FileView, isClass, isFunction } from "../source/program/file-view.js";

/** Names of programs that others pass for by what they offer, and of what tells one from another. */
const imitated =
  /\b(chrome|chromium|firefox|safari|browsers?|okhttp|cloudflare|akamai|ja3|ja4|(tls|ssl|client|browser|http2?) fingerprints?|imperson\w*|mimics?|mimicry|spoof\w*|stealth\w*|disguised?)\b/;

/** Whether a name around a node says that what stands there is what another program offers: `CHROME_CIPHERS`, `ja3Agent`. */
export function imitationAround(program: FileView, node: TSESTree.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    const name = nameGivenBy(parent, child);
    if (name && imitated.test(spaced(program.textOf(name)))) return true;
  }
  return false;
}

function nameGivenBy(parent: TSESTree.Node, child: TSESTree.Node): TSESTree.Node | null | undefined {
  if (isFunction(parent) || isClass(parent)) return parent.id;
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.init === child ? parent.id : undefined;
    case "AssignmentExpression":
      return parent.right === child ? parent.left : undefined;
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.value === child ? parent.key : undefined;
    default:
      return undefined;
  }
}
