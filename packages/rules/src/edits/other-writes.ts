import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../source/program/file-view.js";
import { isOverRequests } from "../source/sites/global-agent.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import { usersOf } from "../source/sites/users.js";
import type { PropertyWrite } from "../source/values/layers.js";
import { propertyName } from "../source/values/property-name.js";
import { readersOf } from "../source/values/readers.js";
import { alternativesOf } from "../source/values/static-value.js";

/** Whether something below a write may give the same name a value, which would come to light without it. */
export function isCovering(program: FileView, write: PropertyWrite): boolean {
  return (
    usersOf(program, write).sites.some(({ covering }) => covering.has(write.key)) || isOverRequests(program, write)
  );
}

/** Whether the object literal of a write gives the same name a value before it that may be no function, which would come to light without it. */
export function coversNoFunction(program: FileView, { key, node }: PropertyWrite): boolean {
  if (node.type !== "Property" || node.parent.type !== "ObjectExpression") return false;
  return before(node, node.parent).some(
    (property) =>
      property.type === "Property" &&
      propertyName(program, property) === key &&
      alternativesOf(program, property.value).some(({ kind }) => kind !== "function"),
  );
}

function before(property: TSESTree.Property, { properties }: TSESTree.ObjectExpression) {
  return properties.slice(0, properties.indexOf(property));
}

/** Whether another write asks whether there is a value yet: `options.minVersion ||= given`, or one behind an `if` that reads it. */
export function isAskedFor(program: FileView, write: PropertyWrite): boolean {
  const { sites, isReadByName } = usersOf(program, write);
  const asks = ({ operator }: PropertyWrite) => isReadByName || /^(\|\||\?\?)=$/.test(operator);
  return sites.some(({ writes }) =>
    writes.some((other) => other.key === write.key && other.node !== write.node && asks(other)),
  );
}

/** Whether an option may have another name: nobody reads it by the present one or by `name`, and no other write on top of it or beside it gives that one. */
export function isRenamable(program: FileView, { write, option }: OptionValue, name: string): boolean {
  const { sites, isReadByName } = usersOf(program, write);
  const others = sites.flatMap((site) => site.values(option)).filter((value) => value.write.node !== write.node);
  return (
    !isReadByName &&
    !isNameRead(program, write, name) &&
    others.length === 0 &&
    !sites.some(({ exposed }) => exposed.has(write.key))
  );
}

/** Whether the program reads a name of the object of a write: it would find a value there that it does not find now. */
export function isNameRead(program: FileView, write: PropertyWrite, name: string): boolean {
  return readersOf(program, { ...write, key: name }).some(({ how }) => how === "name");
}
