import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";
import { knownValue } from "./static-value.js";

type Named = TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.AccessorProperty;

/** The name that a member access, an object property or a class member has, computed or not; undefined when the code does not tell. */
export function propertyName(program: Program, node: Named): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (!node.computed && key.type === "Identifier") return key.name;
  if (!node.computed && key.type === "PrivateIdentifier") return `#${key.name}`;
  const value = key.type === "Literal" ? key.value : knownValue(program, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
