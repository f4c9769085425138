import type { TSESTree } from "@typescript-eslint/types";
import { defineRule } from "../define-rule.js";
import { editableNode } from "../edits/editable-node.js";
import type { Mend, Mender } from "../edits/mend.js";
import { removeOperand } from "../edits/operands.js";
import { hasCommentBetween } from "../edits/surroundings.js";
import type { Settings } from "../settings.js";
import type { FileView } from "../source/program/file-view.js";
import { unwrap } from "../source/program/unwrap.js";
import { isWithin } from "../source/program/walk.js";
import type { OptionValue, TlsOptions } from "../source/sites/tls-options.js";
import { leavesOf } from "../source/values/leaves.js";
import { nodeConstants } from "../source/values/node-constants.js";
import { certainBits, deadAlternatives } from "../source/values/secure-option-bits.js";
import { knownValue } from "../source/values/static-value.js";
import { judgeOptions, optionMessages } from "./openssl-calls/options.js";
import { checkContextBits, contextBitMessages } from "./python/option-bits.js";
import { effectOf } from "./shared/effects.js";
import { bitsForOldPeers, type WeakBit, weakBitsIn } from "./shared/secure-option-weaknesses.js";
import { verdictsWith } from "./shared/violations.js";

export default defineRule({
  name: "no-unsafe-secure-options",
  meta: {
    type: "problem",
    description: "disallow `secureOptions` bits that weaken a connection, and bits joined with `||`",
    preset: "recommended",
    grades: ["upgrade", "ask"],
    transform: "unsafe-to-default-secure-options",
    cwe: [327, 757],
    attacks: ["renegotiation"],
    references: [
      "RFC 9325, section 3",
      "RFC 5746",
      "https://docs.openssl.org/3.5/man3/SSL_CTX_set_options/",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: {
      ...optionMessages,
      ...contextBitMessages,
      weakens: "`{{option}}` sets {{bits}}. Take it out.",
      misjoined: "`||` in `{{option}}` stops at `{{left}}`, so that `{{right}}` is never set. Write `|`.",
    },
    undecided: "may set bits that weaken the connection",
  },
  checkTlsOptions(options, { settings, program, report, mend, verdicts, undecided }) {
    for (const value of options.values("secureOptions")) {
      const option = value.write.key;
      for (const joined of deadAlternatives(program, value.write.value)) {
        const data = { option, left: program.textOf(joined.left), right: program.textOf(joined.right) };
        const at = { node: joined, guard: value.guard };
        report({
          at,
          messageId: "misjoined",
          data,
          level: "warning",
          grade: "upgrade",
          mend: joinBits(program, joined, value, options, settings, mend),
        });
      }
      const weak = weakBitsIn(
        bitsOf(program, value),
        value.kind === "known" ? verdictsWith(value, verdicts()) : verdicts(),
      );
      if (value.kind === "unknown" && weak.length === 0) undecided(value);
      for (const [term, bits] of groupByTerm(program, value, weak)) {
        report({
          at: term ? { node: term, guard: value.guard } : value,
          messageId: "weakens",
          data: {
            option,
            bits: bits.map(({ name, effect, reference }) => `${name}, which ${effect} (${reference})`).join(", and "),
          },
          level: bits.some(({ status }) => status === "prohibited") ? "error" : "warning",
          grade: bits.some(({ name }) => bitsForOldPeers.has(name)) ? "ask" : "upgrade",
          mend: term && removeTerm(program, term, value, options, mend),
        });
      }
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeOptions(call, settings)) report(said);
  },
  checkPython(program, context) {
    checkContextBits(program, context);
  },
});

/** The bits that a place sets for certain; those that `|=` finds already set were written elsewhere. */
function bitsOf(program: FileView, { kind, value, write }: OptionValue): number {
  return kind === "known" && write.operator === "=" ? Number(value) : certainBits(program, write.value);
}

/** The bits by the constants that set them; under undefined those that a number or a calculation sets. */
function groupByTerm(
  program: FileView,
  value: OptionValue,
  weak: readonly WeakBit[],
): readonly (readonly [TSESTree.Node | undefined, readonly WeakBit[]])[] {
  const terms = termsOf(rootOf(program, value)).filter((term) => isConstant(program, term));
  const termOf = ({ bit }: WeakBit) => terms.find((term) => (Number(knownValue(program, term)) & bit) !== 0);
  return [...terms, undefined]
    .map((term) => [term, weak.filter((bit) => termOf(bit) === term)] as const)
    .filter(([, bits]) => bits.length > 0);
}

function isConstant(program: FileView, term: TSESTree.Node): boolean {
  const leaves = term.type === "Identifier" || term.type === "MemberExpression" ? leavesOf(program, term) : [];
  return leaves.length === 1 && nodeConstants(leaves[0]!).length > 0;
}

/** The expression whose terms are the option's bits: at the option, or at the constant that serves it alone. */
function rootOf(program: FileView, value: OptionValue): TSESTree.Node {
  return editableNode(program, value) ?? value.write.value;
}

function termsOf(expression: TSESTree.Node): readonly TSESTree.Node[] {
  const node = unwrap(expression);
  return node.type === "BinaryExpression" && node.operator === "|"
    ? [...termsOf(node.left), ...termsOf(node.right)]
    : [node];
}

function removeTerm(
  program: FileView,
  term: TSESTree.Node,
  value: OptionValue,
  options: TlsOptions,
  mend: Mender,
): Mend | undefined {
  if (!mend.owns(value.write)) return;
  if (term === unwrap(rootOf(program, value))) {
    const isOnly = options.values("secureOptions").filter(({ write }) => write === value.write).length === 1;
    return isOnly ? mend.removeOption(value) : mend.replaceValue(value, 0);
  }
  const edit = removeOperand(program, term);
  const remedy = `Remove \`${program.textOf(term)}\` from \`${value.write.key}\`.`;
  return edit && { edits: [edit], remedy, writes: [value.write] };
}

/** Writes `|` for `||`, unless that would set a bit that weakens the connection. */
function joinBits(
  program: FileView,
  joined: TSESTree.LogicalExpression,
  value: OptionValue,
  { side }: TlsOptions,
  settings: Settings,
  mend: Mender,
): Mend | undefined {
  const { left, right } = joined;
  const [start, end] = [left.range[1], right.range[0]];
  const isPlain = right.type !== "LogicalExpression" && !hasCommentBetween(program, start, end);
  if (!mend.owns(value.write) || !isPlain || !isWithin(joined, value.write.value)) return;
  const [first, second] = [knownValue(program, left), knownValue(program, right)];
  if (typeof first !== "number" || typeof second !== "number") return;
  const effect = effectOf(
    { secureOptions: first },
    { secureOptions: first | second },
    side === "server" ? "server" : "client",
    settings,
  );
  if (effect === "weaker") return;
  const operator = program.file.text.indexOf("||", start);
  return {
    ...mend.replaceNode({ range: [operator, operator + 2] }, "|", "Write `|` for `||`."),
    writes: [value.write],
  };
}
