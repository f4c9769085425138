import type { TSESTree } from "@typescript-eslint/types";
import { type ClassNode, type FileView, isClass, isFunction, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { ownerOfThis } from "../program/this-owner.js";
import { unwrap } from "../program/unwrap.js";
import { viewAt } from "../program/view-at.js";
import { ancestorOf } from "../program/walk.js";
import { returnsOf, superclassesOf } from "../values/functions.js";
import { propertyName } from "../values/property-name.js";
import { alternativesOf, type Primitive } from "../values/static-value.js";
import { reachOf } from "./importers.js";

/**
 * Whether what a name or a member is read as may be another value than `value` for somebody else: a subclass overrides it, a setter, a
 * constructor or an exported function is handed it, code beside the class assigns it.
 */
export function isSetElsewhere(program: FileView, expression: TSESTree.Node, value: Primitive): boolean {
  const node = unwrap(expression);
  const isOther = ({ view, node: each }: Placed<TSESTree.Node>) =>
    alternativesOf(view, each).some((one) => one.kind !== "known" || one.value !== value);
  if (node.type === "Identifier")
    return settersOf(program, node).some((each) => isOther({ view: program, node: each }));
  return node.type === "MemberExpression" && writersOf(program, node).some(isOther);
}

/** A node, and the file that it stands in. */
interface Placed<Node> {
  readonly view: FileView;
  readonly node: Node;
}

/** What functions set a variable to, besides the one that reads it. */
function settersOf(program: FileView, identifier: TSESTree.Identifier): readonly TSESTree.Node[] {
  const variable = program.variableOf(identifier);
  const home = ancestorOf(identifier, isFunction);
  return (variable ? usesOf(variable) : []).flatMap((reference) => {
    const { writeExpr } = reference;
    const setter = ancestorOf(reference.identifier, isFunction);
    return writeExpr && setter !== undefined && setter !== home ? [writeExpr] : [];
  });
}

/** What a member of the same name is given by subclasses, and by assignments from outside of a class or inside of this one. */
function writersOf(program: FileView, member: TSESTree.MemberExpression): readonly Placed<TSESTree.Node>[] {
  const name = propertyName(program, member);
  const owner = ownerOf(program, member.object);
  if (name === undefined) return [];
  const overrides = subclassesOf(program, owner).flatMap(({ view, node }) =>
    node.body.body
      .filter((element) => isMember(element))
      .filter((element) => propertyName(view, element) === name)
      .flatMap(valuesOf)
      .map((each) => ({ view, node: each })),
  );
  const assigned = program.assignments.flatMap(({ left, right }) =>
    left.type === "MemberExpression" && propertyName(program, left) === name && concerns(program, left, owner)
      ? [{ view: program, node: right }]
      : [],
  );
  return [...overrides, ...assigned];
}

/** The class whose `this` an object is, or that it names. */
function ownerOf(program: FileView, object: TSESTree.Node): ClassNode | undefined {
  const node = unwrap(object);
  const variable = node.type === "Identifier" ? program.variableOf(node) : undefined;
  const owner = node.type === "ThisExpression" ? ownerOfThis(program, node) : variable?.defs[0]?.node;
  return owner && isClass(owner) ? owner : undefined;
}

type Member = TSESTree.PropertyDefinition | TSESTree.MethodDefinition;

function isMember(element: TSESTree.ClassElement): element is Member {
  return element.type === "PropertyDefinition" || element.type === "MethodDefinition";
}

function valuesOf(member: Member): readonly TSESTree.Node[] {
  if (member.type === "PropertyDefinition") return member.value ? [member.value] : [];
  return member.kind === "get" && isFunction(member.value) ? returnsOf(member.value) : [];
}

/** `this` of another class is another object, unless that one extends this. */
function concerns(program: FileView, left: TSESTree.MemberExpression, owner: ClassNode | undefined): boolean {
  if (unwrap(left.object).type !== "ThisExpression") return true;
  const other = ownerOf(program, left.object);
  return other === owner || (other !== undefined && subclassesOf(program, owner).some(({ node }) => node === other));
}

// a class that is extended in more files is a library's, and many there are that nobody sees
const mostFiles = 32;

/** The classes that extend one, directly or not, in its file and those that are known to import it or a class that does. */
function subclassesOf(program: FileView, base: ClassNode | undefined): readonly Placed<ClassNode>[] {
  if (!base) return [];
  const found: Placed<ClassNode>[] = [];
  const views = new Map([[program.file.ast, program]]);
  for (const view of views.values()) {
    const own = classesIn(view).filter((node) => extendsClass(view, node, base, new Set()));
    found.push(...own.map((node) => ({ view, node })));
    if (view === program || own.length > 0)
      for (const importer of reachOf(view).programs)
        if (views.size < mostFiles && !views.has(importer.file.ast)) views.set(importer.file.ast, importer);
  }
  return found;
}

const classesIn = oncePerFile((program): readonly ClassNode[] =>
  program.nodes.filter(isClass).filter(({ superClass }) => superClass),
);

function extendsClass(program: FileView, node: ClassNode, base: ClassNode, seen: Set<ClassNode>): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  return superclassesOf(program, node).some(
    (each) => each === base || extendsClass(viewAt(program, each), each, base, seen),
  );
}
