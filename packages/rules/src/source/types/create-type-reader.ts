import type { TSESTree } from "@typescript-eslint/types";
import type { ClientSide } from "../../define-client.js";
import { isDeclaredInApplication, nodeSideOf } from "./declarations.js";
import { declaredParameter } from "./declared-parameter.js";
import { partsOf, propertyTypes } from "./parts-of.js";
import type { CheckedNode, CheckedSymbol, CheckedType, TypeChecker } from "./type-checker.js";
import type { OptionType, TypeReader } from "./type-reader.js";

/** What is asked of a host that has types. */
export interface TypeSource {
  readonly checker: TypeChecker;
  /** TypeScript's node for one of the file's; undefined where there is none. */
  nodeFor(node: TSESTree.Node): CheckedNode | undefined;
}

/** Judges types by where their properties are declared, so that an extended, intersected, partial or picked type is known as well. */
export function createTypeReader(source: TypeSource): TypeReader {
  return {
    optionTypeOf(object, name) {
      for (const types of typesOf(source, object)) {
        const answer = optionTypeIn(source.checker, types, name);
        if (answer) return answer;
      }
      return;
    },
  };
}

/** What is expected of an object, then what a generic parameter asks for at least, then what the object is. */
function* typesOf({ checker, nodeFor }: TypeSource, object: TSESTree.Node): Iterable<readonly CheckedType[]> {
  const node = nodeFor(object);
  if (!node) return;
  const expected = checker.getContextualType(node);
  if (expected) yield [expected];
  const parameter = declaredParameter(object);
  const call = parameter && nodeFor(parameter.call);
  if (call)
    yield parameter.path.reduce(
      (types, name) => propertyTypes(checker, types, name),
      parameterTypes(checker, call, parameter.index),
    );
  yield [checker.getTypeAtLocation(node)];
}

function parameterTypes(checker: TypeChecker, call: CheckedNode, index: number): readonly CheckedType[] {
  const declaration = checker.getResolvedSignature(call)?.declaration as
    { readonly parameters?: readonly CheckedNode[] } | undefined;
  const parameter = declaration?.parameters?.[index];
  return parameter ? [checker.getTypeAtLocation(parameter)] : [];
}

/** Undefined as well where the parts of a union disagree. */
function optionTypeIn(checker: TypeChecker, types: readonly CheckedType[], name: string): OptionType | undefined {
  const answers = types
    .flatMap((type) => partsOf(checker, type))
    .flatMap((part) => optionTypeInPart(checker, part, name) ?? []);
  return answers.every(({ of }) => of === answers[0]!.of) ? answers[0] : undefined;
}

function optionTypeInPart(checker: TypeChecker, part: CheckedType, name: string): OptionType | undefined {
  const property = checker.getPropertyOfType(part, name);
  if (!property) return;
  if (nodeSideOf(property)) return { of: "node", side: sideOf(checker, part) };
  return isDeclaredInApplication(property) && isWider(checker, property, name) ? { of: "application" } : undefined;
}

/** An application's own type may name Node's option for what it hands on. Not so where it takes values that Node's does not. */
function isWider(checker: TypeChecker, property: CheckedSymbol, name: string): boolean {
  if (name !== "minVersion" && name !== "maxVersion") return false;
  return partsOf(checker, checker.getTypeOfSymbol(property)).some((part) =>
    ["string", "number"].includes(checker.typeToString(part)),
  );
}

/** A type with options of clients and of servers is one for both. */
function sideOf(checker: TypeChecker, type: CheckedType): ClientSide {
  const sides = new Set(checker.getPropertiesOfType(type).map(nodeSideOf));
  if (sides.has("client") === sides.has("server")) return "unknown";
  return sides.has("client") ? "client" : "server";
}
