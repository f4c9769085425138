import type { TSESTree } from "@typescript-eslint/types";
import { guardAround, type Guard } from "./guards.js";
import { resolveMember } from "./module-bindings.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { alternativesOf, type Alternative } from "./static-value.js";

/** A place that gives an environment variable of this or a child process its value. */
export interface EnvironmentWrite {
  readonly name: string;
  readonly node: TSESTree.Node;
  readonly value: TSESTree.Node;
  readonly alternatives: readonly Alternative[];
  readonly guard: Guard | undefined;
}

const watched = new Set(["NODE_TLS_REJECT_UNAUTHORIZED", "NODE_OPTIONS"]);

/** Every write of a TLS-relevant environment variable: assignments, and properties of objects that become an environment. */
export function findEnvironmentWrites(program: Program): readonly EnvironmentWrite[] {
  return [...assignedVariables(program), ...environmentObjects(program)];
}

function assignedVariables(program: Program): readonly EnvironmentWrite[] {
  return program.assignments.flatMap((assignment) => {
    if (assignment.left.type !== "MemberExpression") return [];
    const target = resolveMember(program, assignment.left);
    const name = target?.path[1];
    if (target?.module !== "process" || target.path[0] !== "env" || target.path.length !== 2) return [];
    return name !== undefined && watched.has(name) ? [write(program, name, assignment, assignment.right)] : [];
  });
}

function environmentObjects(program: Program): readonly EnvironmentWrite[] {
  return program.objects.flatMap((object) => {
    if (!isEnvironment(program, object)) return [];
    return object.properties.flatMap((property) => {
      const name = property.type === "Property" ? propertyName(program, property) : undefined;
      return property.type === "Property" && name !== undefined && watched.has(name)
        ? [write(program, name, property, property.value)]
        : [];
    });
  });
}

/** `process.env = {...}`, `Object.assign(process.env, {...})`, and `{ env: {...} }` of a child process. */
function isEnvironment(program: Program, object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  if (parent.type === "AssignmentExpression") return parent.right === object && isProcessEnv(program, parent.left);
  if (parent.type === "Property") return propertyName(program, parent) === "env";
  return parent.type === "CallExpression" && parent.arguments.some((argument) => isProcessEnv(program, argument));
}

function isProcessEnv(program: Program, node: TSESTree.Node): boolean {
  const member = resolveMember(program, node);
  return member?.module === "process" && member.path.join(".") === "env";
}

function write(program: Program, name: string, node: TSESTree.Node, value: TSESTree.Node): EnvironmentWrite {
  return { name, node, value, alternatives: alternativesOf(program, value), guard: guardAround(program, node) };
}
