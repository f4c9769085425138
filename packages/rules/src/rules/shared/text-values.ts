import { negotiate } from "tls-policy";
import type { Settings } from "../../settings.js";
import { unwrap } from "../../source/program/unwrap.js";
import type { OptionValue } from "../../source/sites/tls-options.js";
import { membersOf } from "../../source/values/module-bindings.js";

const textMethods = /^(toString|trim|toLowerCase|toUpperCase|slice|substring|replace|replaceAll|padStart|repeat)$/;

/** Whether a value that is not known is a text, or undefined, on releases that switch the verification off for nothing but `false`. */
export function isAlwaysOn(value: OptionValue, { runtimes }: Settings): boolean {
  if (value.kind !== "unknown" || value.option !== "rejectUnauthorized" || value.write.key !== value.option)
    return false;
  return (
    isText(value) &&
    ["", undefined].every((rejectUnauthorized) =>
      runtimes.every((runtime) => {
        const made = negotiate({ rejectUnauthorized }, runtime, "client");
        return made.outcome === "offers" && made.verifiesPeer;
      }),
    )
  );
}

function isText({ node: written, write: { program } }: OptionValue): boolean {
  const node = unwrap(written);
  switch (node.type) {
    case "TemplateLiteral":
      return true;
    case "MemberExpression":
      return membersOf(program, node).some(
        ({ module, path }) => module === "process" && path[0] === "env" && path.length === 2,
      );
    case "CallExpression": {
      const { callee } = node;
      if (callee.type === "Identifier") return callee.name === "String" && program.isGlobal(callee);
      return (
        callee.type === "MemberExpression" &&
        callee.property.type === "Identifier" &&
        textMethods.test(callee.property.name)
      );
    }
    default:
      return false;
  }
}
