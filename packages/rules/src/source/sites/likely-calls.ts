import type { TSESTree } from "@typescript-eslint/types";
import type { OptionName } from "../../option-names.js";
import { guardAround } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import type { PropertyWrite } from "../values/layers.js";
import { readObject } from "../values/object-model.js";
import { propertyName } from "../values/property-name.js";
import { knownValue } from "../values/static-value.js";

/** `context.setCiphers(list)` on whatever object. */
export function cipherSetters(program: FileView): readonly PropertyWrite[] {
  return program.calls.flatMap((call) => {
    const method = methodOf(call);
    const [value] = call.arguments;
    if (method?.name !== "setCiphers" || !value) return [];
    return [writeOf(program, "ciphers", method, call, value)];
  });
}

/** `yargs.option("reject-unauthorized", { default: false })`: who says nothing gets no verification. */
export function commandLineDefaults(program: FileView): readonly PropertyWrite[] {
  return [
    ...program.calls.flatMap((call) => defaultOfCall(program, call)),
    ...program.objects.flatMap((object) => defaultsOfFlags(program, object)),
  ];
}

const flag = /^(--)?reject-?unauthorized\b/i;

function defaultOfCall(
  program: FileView,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): readonly PropertyWrite[] {
  const method = methodOf(call);
  const [name, ...others] = call.arguments;
  if (
    !method ||
    !/^(option|default|flag|boolean|addOption)$/.test(method.name) ||
    !name ||
    !flag.test(String(knownValue(program, name)))
  )
    return [];
  const last = others.at(-1);
  if (!last) return [];
  return unwrap(last).type === "ObjectExpression"
    ? defaultIn(program, last)
    : [writeOf(program, "rejectUnauthorized", method, call, last)];
}

/** The flags of meow, oclif and yargs: `flags: { rejectUnauthorized: { default: false } }`. In a JSON schema the same stands under `properties`. */
function defaultsOfFlags(program: FileView, object: TSESTree.ObjectExpression): readonly PropertyWrite[] {
  const { parent } = object;
  const holder =
    parent.type === "Property" || parent.type === "PropertyDefinition" ? propertyName(program, parent) : undefined;
  const isFlags =
    holder === "flags" ||
    holder === "options" ||
    (parent.type === "CallExpression" && methodOf(parent)?.name === "options");
  if (!isFlags) return [];
  return object.properties.flatMap((property) =>
    property.type === "Property" && flag.test(propertyName(program, property) ?? "")
      ? defaultIn(program, property.value)
      : [],
  );
}

function defaultIn(program: FileView, node: TSESTree.Node): readonly PropertyWrite[] {
  const value = unwrap(node);
  const settings = value.type === "CallExpression" ? value.arguments[0] : value;
  if (!settings || unwrap(settings).type !== "ObjectExpression") return [];
  const defaults = readObject(program, settings).writes.filter(({ key }) => key === "default");
  return defaults.map((write) => ({ ...write, key: "rejectUnauthorized" }));
}

function methodOf(call: TSESTree.Node): TSESTree.Identifier | undefined {
  if (call.type !== "CallExpression") return;
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && callee.property.type === "Identifier" && !callee.computed
    ? callee.property
    : undefined;
}

function writeOf(
  program: FileView,
  key: OptionName,
  keyNode: TSESTree.Node,
  node: TSESTree.Node,
  value: TSESTree.Node,
): PropertyWrite {
  return { key, keyNode, node, value, program, operator: "=", guard: guardAround(program, node) };
}
