/** What a scope does to the names in it, besides holding them. */
export interface ScopeKind {
  /** Whether `var` stays in it (ECMA-262, 8.2.6 VarDeclaredNames). */
  readonly keepsVar: boolean;
  /** Whether it has the object `arguments`, which an arrow function has not (ECMA-262, 10.2.11). */
  readonly hasArguments: boolean;
  /** What `infer` declares there: in it, in what is around it, or as any other type does (TypeScript Handbook, Conditional Types). */
  readonly infers?: "here" | "around";
}

/** Blocks, loops, `switch`, `catch`, `with`, classes, enums, declarations of types, and the name of a function expression. */
export const lexical: ScopeKind = { keepsVar: false, hasArguments: false };

/** Modules, namespaces, arrow functions, and the initializers and static blocks of classes. */
export const hoisting: ScopeKind = { keepsVar: true, hasArguments: false };

/** Functions, and CommonJS files, around which Node puts one. */
export const functional: ScopeKind = { keepsVar: true, hasArguments: true };

export const conditionalType: ScopeKind = { keepsVar: false, hasArguments: false, infers: "here" };

/** Types of functions, and mapped types. */
export const innerType: ScopeKind = { keepsVar: false, hasArguments: false, infers: "around" };
