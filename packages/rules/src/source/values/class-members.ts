import type { TSESTree } from "@typescript-eslint/types";
import { type ClassNode, type FileView, isFunction } from "../program/file-view.js";
import { constructorOf, returnsOf } from "./functions.js";
import { emptyLayer, type Layer, layerOfWrites, overlay, type PropertyWrite, unknownLayer } from "./layers.js";
import { nameOf, propertyName } from "./property-name.js";

/** The fields, methods, getters and parameter properties of a class, static or not. */
export function membersOfClass(program: FileView, node: ClassNode): Layer {
  const parameters = constructorOf(node)?.params ?? [];
  const fixed = [
    ...node.body.body.flatMap((member) => fixedMember(program, member)),
    ...parameters.flatMap((parameter) => parameterProperty(program, parameter)),
  ];
  return overlay([layerOfWrites(fixed, true), ...node.body.body.map((member) => getterLayer(program, member))]);
}

/** The members of an enum that are given a value. */
export function membersOfEnum(program: FileView, { body }: TSESTree.TSEnumDeclaration): Layer {
  const writes = body.members.flatMap((member) => {
    const { id, initializer } = member;
    return initializer ? [writeOf(program, nameOf(id), id, member, initializer)] : [];
  });
  return { ...layerOfWrites(writes, true), complete: writes.length === body.members.length };
}

function fixedMember(program: FileView, member: TSESTree.ClassElement): readonly PropertyWrite[] {
  if (member.type !== "PropertyDefinition" && (member.type !== "MethodDefinition" || member.kind !== "method"))
    return [];
  const key = propertyName(program, member);
  return key === undefined || !member.value ? [] : [writeOf(program, key, member.key, member, member.value)];
}

/** What a getter of a class or an object returns. */
export function getterLayer(program: FileView, member: TSESTree.ClassElement | TSESTree.Property): Layer {
  const isGetter = (member.type === "MethodDefinition" || member.type === "Property") && member.kind === "get";
  if (!isGetter || !isFunction(member.value)) return emptyLayer;
  const key = propertyName(program, member);
  if (key === undefined) return unknownLayer;
  return layerOfWrites(
    returnsOf(member.value).map((value) => writeOf(program, key, member.key, member, value)),
    false,
  );
}

/** `constructor(private options: Options)` is a field that is set to the parameter. */
function parameterProperty(program: FileView, parameter: TSESTree.Parameter): readonly PropertyWrite[] {
  const field = parameter.type === "TSParameterProperty" ? fieldOfParameter(parameter) : undefined;
  return field ? [writeOf(program, field.name, field, parameter, field)] : [];
}

/** The name of the field that a parameter of a constructor is. */
export function fieldOfParameter({ parameter }: TSESTree.TSParameterProperty): TSESTree.Identifier | undefined {
  const name = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  return name.type === "Identifier" ? name : undefined;
}

function writeOf(
  program: FileView,
  key: string,
  keyNode: TSESTree.Node,
  node: TSESTree.Node,
  value: TSESTree.Node,
): PropertyWrite {
  return { key, keyNode, node, value, program, operator: "=", guard: undefined };
}
