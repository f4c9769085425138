import type { TSESTree } from "@typescript-eslint/types";
import { defineRule, type Report, type RuleContext } from "../define-rule.js";
import type { Mend, Mender } from "../edits/mend.js";
import type { Settings } from "../settings.js";
import { guardAround } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import type { TlsOptions } from "../source/sites/tls-options.js";
import { lastNamesOf } from "../source/values/last-names.js";
import { membersNamed, membersOf } from "../source/values/module-bindings.js";
import { knownValue } from "../source/values/static-value.js";
import { judgeRenamedMethod, renamedMethodMessages } from "./openssl-calls/methods.js";
import { checkGoneCalls, goneCallMessages } from "./python/gone-calls.js";
import {
  addressAsServername,
  deprecatedMembers,
  deprecatedModules,
  deprecatedOptions,
  type Deprecation,
  disabledEcdh,
} from "./shared/deprecated-tls-apis.js";
import { isFeatureTested } from "./shared/feature-tests.js";

const messages = {
  ended: "`{{name}}` is {{how}} ({{reference}}). {{remedy}}",
  deprecated: "`{{name}}` is deprecated since Node {{since}} ({{reference}}). {{remedy}}",
} as const;

export default defineRule({
  name: "no-deprecated-tls-api",
  meta: {
    type: "problem",
    description: "disallow functions, modules and options of TLS that Node has deprecated or removed",
    preset: "recommended",
    grades: ["fix", "ask"],
    gradesInPython: ["upgrade"],
    transform: "deprecated-to-current-tls-api",
    cwe: [477],
    references: [
      "https://nodejs.org/api/deprecations.html",
      "RFC 6066, section 3",
      "https://docs.python.org/3/library/ssl.html",
    ],
    messages: { ...messages, ...renamedMethodMessages, ...goneCallMessages },
  },
  checkTlsOptions(options, context) {
    for (const { at, name, deprecation, mend } of [...optionsIn(options, context), ...valuesIn(options, context)]) {
      context.report(judged({ at, name, mend }, deprecation, context.settings));
    }
  },
  checkProgram(program, context) {
    for (const { node, name, deprecation, mend } of [...membersIn(program), ...modulesIn(program, context.mend)]) {
      context.report(
        judged({ at: { node, guard: guardAround(program, node) }, name, mend }, deprecation, context.settings),
      );
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeRenamedMethod(call, settings)) report(said);
  },
  checkPython(program, context) {
    checkGoneCalls(program, context);
  },
});

interface Use {
  readonly name: string;
  /** Only where the program means the same afterwards on every release that no longer has the deprecated form. */
  readonly mend: Mend | undefined;
}

interface OptionUse extends Use {
  readonly at: DeprecationReport["at"];
  readonly deprecation: Deprecation;
}

interface NodeUse extends Use {
  readonly node: TSESTree.Node;
  readonly deprecation: Deprecation;
}

/** A warning where it works on every release in range. */
function judged(
  { at, name, mend }: Omit<OptionUse, "deprecation">,
  { reference, since, end, remedy }: Deprecation,
  { runtimes }: Settings,
): DeprecationReport {
  const hasEnded = end && runtimes.some(({ major }) => major >= end.major);
  if (!hasEnded)
    return {
      at,
      messageId: "deprecated",
      data: { name, since, reference, remedy },
      level: "warning",
      grade: "fix",
      mend,
    };
  return {
    at,
    messageId: "ended",
    data: { name, how: end.how, reference, remedy },
    level: end.level,
    grade: "fix",
    mend,
  };
}

type DeprecationReport = Report<typeof messages, "fix">;
type Context = Pick<RuleContext<typeof messages>, "settings" | "program" | "mend">;

function optionsIn({ writes, guard }: TlsOptions, { settings, mend }: Context): readonly OptionUse[] {
  return writes.flatMap((write) => {
    const { key, node, guard: own } = write;
    const deprecation = Object.hasOwn(deprecatedOptions, key) ? deprecatedOptions[key] : undefined;
    if (!deprecation) return [];
    const removal =
      mend.owns(write) && hasEndedEverywhere(deprecation, settings) ? mend.removeWrite(node, key) : undefined;
    return [{ at: { node, guard: own ?? guard }, name: key, deprecation, mend: removal }];
  });
}

function hasEndedEverywhere({ end }: Deprecation, { runtimes }: Settings): boolean {
  return end !== undefined && runtimes.every(({ major }) => major >= end.major);
}

function valuesIn(options: TlsOptions, { settings, mend, program }: Context): readonly OptionUse[] {
  const disabled = options.values("ecdhCurve").filter(({ kind, value }) => kind === "known" && value === false);
  const servernames = options.side === "server" ? [] : options.writes.filter(({ key }) => key === "servername");
  const addresses = servernames.filter((write) => isAddress(knownValue(write.program, write.value)));
  return [
    ...disabled.map((value) => {
      const removal = hasEndedEverywhere(disabledEcdh, settings) ? mend.removeOption(value) : undefined;
      return { at: value, name: `${value.write.key}: false`, deprecation: disabledEcdh, mend: removal };
    }),
    ...addresses.map(({ node, value, guard }) => {
      const name = `servername: ${program.textOf(value)}`;
      return { at: { node, guard: guard ?? options.guard }, name, deprecation: addressAsServername, mend: undefined };
    }),
  ];
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && (/^\d{1,3}(\.\d{1,3}){3}$/.test(value) || /^[\da-f]*:[\da-f:.]+$/i.test(value));
}

// a program that looks at what its release has calls what is there
const testedModules: ReadonlySet<string> = new Set(["tls", "crypto", "https"]);

const lastNames = lastNamesOf(Object.keys(deprecatedMembers));

function membersIn(program: FileView): readonly NodeUse[] {
  return program.calls.flatMap(({ callee }) => {
    const members = membersNamed(program, callee, lastNames).map(({ module, path }) => {
      const name = [module, ...path].join(".");
      return { name, deprecation: Object.hasOwn(deprecatedMembers, name) ? deprecatedMembers[name] : undefined };
    });
    // `current || deprecated` is the current one wherever there is one
    if (members.some(({ deprecation }) => !deprecation)) return [];
    return members.flatMap(({ name, deprecation }) =>
      deprecation && !isFeatureTested(program, callee, testedModules)
        ? [{ node: callee, name: name.replaceAll(".()", "()"), deprecation, mend: undefined }]
        : [],
    );
  });
}

function modulesIn(program: FileView, mend: Mender): readonly NodeUse[] {
  return sourcesIn(program).flatMap((source) => {
    const name = String(source.value).replace(/^node:/, "");
    const deprecation = Object.hasOwn(deprecatedModules, name) ? deprecatedModules[name] : undefined;
    if (!deprecation) return [];
    const isTlsAsWell =
      !deprecation.ownExports.some((own) => program.file.text.includes(own)) && !isPatched(program, name);
    const replaced = isTlsAsWell
      ? mend.replaceNode(source, program.textOf(source).replace(name, "tls"), "Use `tls`.")
      : undefined;
    return [{ node: source, name, deprecation, mend: replaced }];
  });
}

/** The names of the modules that a file imports or requires, as literals. */
function sourcesIn(program: FileView): readonly TSESTree.Literal[] {
  const imported = program.file.ast.body.flatMap((statement) =>
    statement.type === "ImportDeclaration" ? [statement.source] : [],
  );
  const required = program.calls.flatMap((call) => {
    const [first] = call.arguments;
    const isRequire =
      call.callee.type === "Identifier" && call.callee.name === "require" && program.isGlobal(call.callee);
    return isRequire && first?.type === "Literal" ? [first] : [];
  });
  return [...imported, ...required];
}

/** What is put into an internal module is not put into `tls`. */
function isPatched(program: FileView, name: string): boolean {
  return program.assignments.some(
    ({ left }) => left.type === "MemberExpression" && membersOf(program, left).some(({ module }) => module === name),
  );
}
