import type { TSESTree } from "@typescript-eslint/types";
import { secureOptionBits } from "tls-policy";
import { resolveMember } from "./module-bindings.js";
import type { Program } from "./program.js";

const paths: Readonly<Record<string, readonly string[]>> = {
  constants: [""],
  crypto: ["constants"],
};

/** The value of one of OpenSSL's option bits where a program names it: `crypto.constants.SSL_OP_NO_TLSv1`, `require('constants')`, destructured. */
export function nodeConstant(program: Program, node: TSESTree.Node): number | undefined {
  const member = resolveMember(program, node);
  const name = member?.path.at(-1);
  if (!member || name === undefined || !name.startsWith("SSL_OP_")) return;
  const holder = member.path.slice(0, -1).join(".");
  return paths[member.module]?.includes(holder) ? secureOptionBits[name] : undefined;
}
