import type { TSESTree } from "@typescript-eslint/types";
import type { Certainty } from "../../finding.js";
import { conditionOf } from "../guards/condition.js";
import { type Guard, guardAround, guardOfWrite } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { unwrap } from "../program/unwrap.js";
import { guardOfCallers } from "../values/call-contexts.js";
import { leavesOf } from "../values/leaves.js";
import { mergeOf } from "../values/merges.js";
import { membersOf } from "../values/module-bindings.js";
import { propertyName } from "../values/property-name.js";
import { type Alternative, alternativesOf, knownValue } from "../values/static-value.js";
import { storesOf } from "../values/stores.js";
import { isLookAlike } from "./look-alikes.js";

/** A place that gives an environment variable of this or a child process its value. */
export interface EnvironmentWrite {
  readonly name: string;
  /** The assignment, property or call. */
  readonly node: TSESTree.Node;
  readonly value: TSESTree.Node;
  readonly alternatives: readonly Alternative[];
  /** `likely` where the name says it all but the object is out of sight. */
  readonly certainty: Certainty;
  readonly guard: Guard | undefined;
  /** Whether it is the environment of the running process, which those inherit that it starts. */
  readonly isOwn: boolean;
}

/** Variables that decide how processes do TLS. */
export const environmentNames = [
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_OPTIONS",
  "PGSSLMODE",
  "npm_config_strict_ssl",
  "NPM_CONFIG_STRICT_SSL",
  "GIT_SSL_NO_VERIFY",
];
const watched = new Set(environmentNames);

interface Candidate {
  readonly name: string;
  readonly node: TSESTree.Node;
  readonly value: TSESTree.Node;
  /** True when it is an environment beyond doubt, so that a value which is not known counts too. */
  readonly isEnvironment: () => boolean;
  /** True when it is that of the running process. */
  readonly isOwn: () => boolean;
}

/** Every write of a TLS-relevant environment variable: assignments, properties of objects that become an environment, setters. */
export const findEnvironmentWrites: (program: FileView) => readonly EnvironmentWrite[] = oncePerFile((program) => {
  if (!environmentNames.some((name) => program.file.text.includes(name))) return [];
  return [...assigned(program), ...properties(program), ...pairs(program), ...handedOver(program)].flatMap(
    ({ name, node, value, isEnvironment, isOwn }) => {
      const isKept = isRestored(program, name, value);
      const alternatives = alternativesOf(program, value).filter((alternative) =>
        isKept
          ? isOffByDefault(name, alternative)
          : alternative.kind === "known" || (alternative.kind === "unknown" && isEnvironment()),
      );
      if (alternatives.length === 0 || isTakenBack(program, node)) return [];
      return [
        {
          name,
          node,
          value,
          alternatives,
          certainty: isEnvironment() ? "proven" : "likely",
          guard: guardOf(program, node) ?? guardOfCallers(program, node) ?? unlessSet(program, node, value, isKept),
          isOwn: isOwn(),
        },
      ];
    },
  );
});

/** Whether `delete` takes the variable out again before anything else is done: the next statement of the same block. */
function isTakenBack(program: FileView, node: TSESTree.Node): boolean {
  const statement = node.type === "AssignmentExpression" ? node.parent : undefined;
  const block = statement?.type === "ExpressionStatement" ? statement.parent : undefined;
  if (block?.type !== "BlockStatement" && block?.type !== "Program") return false;
  const next = block.body[block.body.indexOf(statement as TSESTree.ExpressionStatement) + 1];
  const { left } = node as TSESTree.AssignmentExpression;
  return (
    next?.type === "ExpressionStatement" &&
    next.expression.type === "UnaryExpression" &&
    next.expression.operator === "delete" &&
    program.textOf(next.expression.argument) === program.textOf(left)
  );
}

/** What is put into an environment replaces what is there; what is handed over is there for the call alone. */
function guardOf(program: FileView, node: TSESTree.Node): Guard | undefined {
  return node.type === "AssignmentExpression" ? guardOfWrite(program, node, node.left) : guardAround(program, node);
}

function assigned(program: FileView): readonly Candidate[] {
  return storesOf(program).flatMap(({ target, content }) => {
    if (isShadowedProcess(program, target)) return [];
    const writes = "writes" in content ? content.writes.filter(({ key }) => watched.has(key)) : [];
    return writes.map(({ key, node, value }) => ({
      name: key,
      node,
      value,
      isEnvironment: () => isNamedTarget(program, target),
      isOwn: () => isProcessEnv(program, target),
    }));
  });
}

function properties(program: FileView): readonly Candidate[] {
  return program.objects.flatMap((object) =>
    object.properties.flatMap((property) => {
      const name = property.type === "Property" ? propertyName(program, property) : undefined;
      if (property.type !== "Property" || name === undefined || !watched.has(name) || isLookAlike(program, object))
        return [];
      return [
        {
          name,
          node: property,
          value: valueIn(program, property.value),
          isEnvironment: () => becomesEnvironment(program, object),
          isOwn: () => isProcessEnv(program, targetOf(program, object)),
        },
      ];
    }),
  );
}

/** What stands under `value` in a description of a variable: `{ NAME: { value: "0" } }`. */
function valueIn(program: FileView, node: TSESTree.Node): TSESTree.Node {
  return (node.type === "ObjectExpression" && memberOf(program, node, /^value$/i)) || node;
}

function memberOf(
  program: FileView,
  { properties }: TSESTree.ObjectExpression,
  key: RegExp,
): TSESTree.Node | undefined {
  for (const property of properties)
    if (property.type === "Property" && key.test(propertyName(program, property) ?? "")) return property.value;
  return;
}

/** `{ name: "NAME", value: "0" }`, as containers take their variables. */
function pairs(program: FileView): readonly Candidate[] {
  return program.objects.flatMap((object) => {
    if (object.parent.type !== "ArrayExpression") return [];
    const [key, value] = [memberOf(program, object, /^(name|key)$/i), memberOf(program, object, /^value$/i)];
    const name = key && value ? String(knownValue(program, key)) : "";
    if (!value || !watched.has(name) || isLookAlike(program, object)) return [];
    return [{ name, node: object, value, isEnvironment: () => false, isOwn: () => false }];
  });
}

const setters =
  /^(stubEnv|replaceProperty|set|set_?env|putenv|exportVariable|define(Property)?|add_?env(ironment)?(_?variable)?)$/i;
/** Those that set variables of other processes. */
const foreignSetters = /^(exportVariable|add_?env\w*)$/i;

/** `vi.stubEnv(name, "0")`, `Reflect.set(process.env, name, "0")`: the name, and behind it the value. */
function handedOver(program: FileView): readonly Candidate[] {
  return program.calls.flatMap((call) => {
    const method = methodName(call) ?? "";
    if (!setters.test(method)) return [];
    const index = call.arguments.findIndex((argument) => watched.has(String(knownValue(program, argument))));
    const [argument, value] = index === -1 ? [] : call.arguments.slice(index);
    return argument && value
      ? [
          {
            name: String(knownValue(program, argument)),
            node: call,
            value,
            isEnvironment: () => false,
            isOwn: () => !foreignSetters.test(method),
          },
        ]
      : [];
  });
}

function methodName(call: Call): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : undefined;
}

/** `process.env = {...}`, `Object.assign(process.env, {...})`, `{ env: {...} }` of a child process, `const env = {...}`. */
function becomesEnvironment(program: FileView, object: TSESTree.ObjectExpression): boolean {
  const { parent } = object;
  if (parent.type === "Property") return isNamedEnv(parent.key);
  return parent.type === "VariableDeclarator"
    ? isNamedEnv(parent.id)
    : isNamedTarget(program, targetOf(program, object));
}

/** What an object is assigned to, or merged into. */
function targetOf(program: FileView, { parent }: TSESTree.ObjectExpression): TSESTree.Node | undefined {
  if (parent.type === "AssignmentExpression") return parent.left;
  return parent.type === "CallExpression" ? mergeOf(program, parent)?.target : undefined;
}

function isNamedTarget(program: FileView, target: TSESTree.Node | undefined): boolean {
  return target !== undefined && (isProcessEnv(program, target) || isNamedEnv(target));
}

/** `process.env` where the file declares a `process` of its own. */
function isShadowedProcess(program: FileView, target: TSESTree.Node): boolean {
  const object = target.type === "MemberExpression" ? unwrap(target.object) : target;
  if (object.type !== "Identifier" || object.name !== "process" || !program.variableOf(object)) return false;
  return !membersOf(program, object).some(({ module }) => module === "process");
}

function isProcessEnv(program: FileView, node: TSESTree.Node | undefined): boolean {
  if (!node) return false;
  return membersOf(program, node).some(({ module, path }) => module === "process" && path.join(".") === "env");
}

function isNamedEnv(node: TSESTree.Node): boolean {
  const name = node.type === "MemberExpression" ? node.property : node;
  return name.type === "Identifier" && /(env(ironment)?(_?var(iable)?s)?|^variables)$/i.test(name.name);
}

/** `X = X || "0"`: what is kept is the user's own, what stands in for it is not. */
function isOffByDefault(name: string, alternative: Alternative): boolean {
  return name === "NODE_TLS_REJECT_UNAUTHORIZED" && alternative.kind === "known" && String(alternative.value) === "0";
}

/** `X ??= "0"`, and `X = X ?? "0"`: whoever sets the variable has it as they like. */
function unlessSet(program: FileView, node: TSESTree.Node, value: TSESTree.Node, isKept: boolean): Guard | undefined {
  if (node.type === "AssignmentExpression" && /^(?:\?\?|\|\|)=$/.test(node.operator))
    return conditionOf(program, node.left, false);
  const choice = unwrap(value);
  return isKept && choice.type === "LogicalExpression" ? conditionOf(program, choice.left, false) : undefined;
}

/** Whether a value was read from the same variable before. */
function isRestored(program: FileView, name: string, value: TSESTree.Node): boolean {
  return leavesOf(program, value).some((leaf) =>
    membersOf(leaf.program, leaf.node).some(
      ({ module, path }) => module === "process" && [...path, ...leaf.path].join(".") === `env.${name}`,
    ),
  );
}
