import type { TSESTree } from "@typescript-eslint/types";
import type { Reference, Scope, Variable } from "tls-rules";
import {
  type DeclaredName,
  DeclaredVariable,
  type DefinitionType,
  type FileReference,
  NameDefinition,
  nothing,
  ReadReference,
  WriteReference,
} from "./binding.js";
import type { ScopeKind } from "./scope-kinds.js";

class FileScope implements Scope {
  variables: readonly Variable[] = nothing;
  references: readonly Reference[] = nothing;
}

/** A scope that is not read to its end. */
interface Frame {
  readonly scope: FileScope;
  readonly kind: ScopeKind;
  readonly node: TSESTree.Node;
  readonly outer: Frame | undefined;
  /** Where `var` declares. */
  readonly hoisting: Frame;
  /** Where `infer` declares. */
  readonly inference: Frame | undefined;
  /** How many references of the scopes around it were there before it. */
  readonly firstListed: number;
  /** The number of the first reference that may mean one of its names. */
  firstMeant: number;
  names: Map<string, DeclaredVariable> | undefined;
}

/** The last reference by a name that means nothing yet, as a value, as a type, and as either, where it is exported. */
class Waiting {
  value = none;
  type = none;
  either = none;
}

const none = -1;

/** What JSX calls where no pragma says otherwise (TypeScript, `jsxFactory`): an import of it is used. */
const jsxFactory = "React";

/**
 * Scopes in the order in which they open, with the names that they declare and the references in them.
 *
 * References wait by name. When a scope ends, each of its names takes those that came since the scope began:
 * inner scopes have had theirs by then, so each is taken once, and what means no name costs nothing.
 */
export class ScopeBuilder {
  readonly scopes: FileScope[] = [];
  readonly #references: FileReference[] = [];
  /** For each reference, the one before it that waits for the same. */
  readonly #before: number[] = [];
  readonly #waiting = new Map<string, Waiting>();
  /** The references of the open scopes, outer ones first. */
  readonly #listed: FileReference[] = [];
  #frame: Frame | undefined;
  #openFactories = 0;
  #isFactoryUsed = false;

  /** Begins a scope inside of the current one; the node is what opens it. */
  open(kind: ScopeKind, node: TSESTree.Node): void {
    const outer = this.#frame;
    const frame = {
      scope: new FileScope(),
      kind,
      node,
      outer,
      firstListed: this.#listed.length,
      firstMeant: this.#references.length,
      names: undefined,
    } as unknown as { -readonly [K in keyof Frame]: Frame[K] };
    frame.hoisting = kind.keepsVar || !outer ? frame : outer.hoisting;
    frame.inference = kind.infers === "here" ? frame : kind.infers === "around" ? outer?.inference : undefined;
    this.scopes.push(frame.scope);
    this.#frame = frame;
  }

  /** The node that opened the current scope. */
  get node(): TSESTree.Node {
    return this.#current.node;
  }

  get #current(): Frame {
    return this.#frame!;
  }

  /** Ends the head of a function: its parameters see no name of its body (ECMA-262, 10.2.11). */
  enterBody(): void {
    const frame = this.#current;
    if (frame.firstMeant === this.#references.length) return;
    this.#resolve(frame);
    frame.firstMeant = this.#references.length;
  }

  /** Ends the current scope. */
  close(): void {
    const frame = this.#current;
    if (frame.kind.hasArguments && !frame.names?.has("arguments"))
      this.#take("arguments", true, true, frame.firstMeant);
    this.#resolve(frame);
    if (frame.names) frame.scope.variables = [...frame.names.values()];
    if (this.#listed.length > frame.firstListed) frame.scope.references = this.#listed.splice(frame.firstListed);
    if (frame.names?.has(jsxFactory)) this.#openFactories--;
    this.#frame = frame.outer;
  }

  /** Declares a name in the current scope; the node is what a scope manager takes for its definition. */
  define(type: DefinitionType, name: DeclaredName, node: TSESTree.Node): void {
    this.#define(this.#current, type, name, node);
  }

  /** Declares a name of `var`. */
  hoist(name: TSESTree.Identifier, node: TSESTree.Node): void {
    this.#define(this.#current.hoisting, "Variable", name, node);
  }

  /** Declares a name of `infer`: of the conditional type, from however far inside. */
  infer(name: TSESTree.Identifier, node: TSESTree.Node): void {
    this.#define(this.#current.inference ?? this.#current, "Type", name, node);
  }

  #define(frame: Frame, type: DefinitionType, name: DeclaredName, node: TSESTree.Node): void {
    const text = name.type === "Identifier" ? name.name : name.value;
    const definition = new NameDefinition(type, name, node);
    const names = (frame.names ??= new Map());
    const variable = names.get(text);
    if (variable) variable.defs.push(definition);
    else {
      names.set(text, new DeclaredVariable(text, definition));
      if (text === jsxFactory) this.#openFactories++;
    }
  }

  /** A name that is taken for its value. */
  read(name: TSESTree.Identifier | TSESTree.JSXIdentifier): void {
    this.#await(new ReadReference(name), name.name, "value");
  }

  /** A name that is taken for a type. */
  readType(name: TSESTree.Identifier): void {
    this.#await(new ReadReference(name), name.name, "type");
  }

  /** A name that is exported, whatever it is. */
  readAny(name: TSESTree.Identifier): void {
    this.#await(new ReadReference(name), name.name, "either");
  }

  /** A name that gets a value; `init` where its declaration gives it. */
  write(name: TSESTree.Identifier, value: TSESTree.Node, init: boolean): void {
    this.#await(new WriteReference(name, value, init, false), name.name, "value");
  }

  /** A name whose value becomes another one, as of `+=`, with the operand, and of `++`, with none. */
  update(name: TSESTree.Identifier, operand: TSESTree.Node | null): void {
    this.#await(new WriteReference(name, operand, false, true), name.name, "value");
  }

  /** JSX calls a function that it does not name. It is used once for all, where it is declared. */
  readJsxFactory(): void {
    if (this.#isFactoryUsed || this.#openFactories === 0) return;
    let frame = this.#current;
    while (!frame.names?.has(jsxFactory)) frame = frame.outer!;
    const { name } = frame.names.get(jsxFactory)!.defs[0]!;
    if (name.type === "Identifier") this.read(name);
    this.#isFactoryUsed = true;
  }

  #await(reference: FileReference, name: string, as: keyof Waiting): void {
    let waiting = this.#waiting.get(name);
    if (!waiting) this.#waiting.set(name, (waiting = new Waiting()));
    this.#before.push(waiting[as]);
    waiting[as] = this.#references.length;
    this.#references.push(reference);
    this.#listed.push(reference);
  }

  #resolve({ names, firstMeant }: Frame): void {
    if (!names || firstMeant === this.#references.length) return;
    for (const variable of names.values()) {
      this.#bind(variable, this.#take(variable.name, variable.isIn("isValue"), variable.isIn("isType"), firstMeant));
    }
  }

  /** The references by a name since one, in order; they wait no more. */
  #take(name: string, values: boolean, types: boolean, since: number): readonly number[] {
    const waiting = this.#waiting.get(name);
    if (!waiting) return nothing;
    const taken: number[] = [];
    if (values) waiting.value = this.#unlink(waiting.value, since, taken);
    if (types) waiting.type = this.#unlink(waiting.type, since, taken);
    waiting.either = this.#unlink(waiting.either, since, taken);
    return taken.sort((a, b) => a - b);
  }

  #unlink(last: number, since: number, taken: number[]): number {
    let number = last;
    for (; number >= since; number = this.#before[number]!) taken.push(number);
    return number;
  }

  #bind(variable: DeclaredVariable, numbers: readonly number[]): void {
    if (numbers.length === 0) return;
    const references = numbers.map((number) => this.#references[number]!);
    for (const reference of references) reference.resolved = variable;
    variable.references = variable.references.length > 0 ? [...variable.references, ...references] : references;
  }
}
