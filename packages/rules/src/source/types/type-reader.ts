import type { TSESTree } from "@typescript-eslint/types";
import type { ClientSide } from "../../define-client.js";

/** Whose option it is by the types of a program: Node's own, for one side or both, or one of the application that has only the name in common. */
export type OptionType = { readonly of: "node"; readonly side: ClientSide } | { readonly of: "application" };

/** What a type checker knows of a file. */
export interface TypeReader {
  /**
   * Whose option a property is in the type that the program expects of an object, or gives it: of a literal, a variable, `this`, a
   * destructuring pattern, an interface that a class implements. Undefined where types do not tell: `any`, `unknown`, an index signature.
   */
  optionTypeOf(object: TSESTree.Node, name: string): OptionType | undefined;
}
