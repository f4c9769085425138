import { rangesOverlap } from "../../../packages/policy/dist/index.js";
import { Code, codeOf, hasPlace, withValueAt } from "./code.js";
import { briefSets, parametersOf, setsOfNode, setsOfWords, shorthandsOf, withParameter } from "./sets.js";

/** How programs bring a module in; `lib` is the module, or what it exports by default. */
export const importStyles = {
  require: { extension: "cjs", lines: (module) => [`const lib = require("${module}");`] },
  "destructured require": {
    extension: "cjs",
    names: true,
    lines: (module, names, needsAll) => [
      ...(names.length > 0 ? [`const { ${names.join(", ")} } = require("${module}");`] : []),
      ...(needsAll ? [`const lib = require("${module}");`] : []),
    ],
  },
  "import default": { extension: "mjs", lines: (module) => [`import lib from "${module}";`] },
  "import named": {
    extension: "mjs",
    names: true,
    lines: (module, names, needsAll) => {
      const list = [...names, ...(needsAll ? ["default as lib"] : [])];
      return [`import { ${list.join(", ")} } from "${module}";`];
    },
  },
  "import namespace": { extension: "mjs", isNamespace: true, lines: (module) => [`import * as lib from "${module}";`] },
};

const reference = /\$(NAME\b|[A-Za-z][\w.]*)?/g;

/** The text of a program, as a module with a function `main` that does everything. */
export function textOf({ recipe, call, name, args, before = [], style, module }) {
  const { extension, names, isNamespace, lines } = importStyles[style];
  const members = new Set();
  let needsAll = false;
  const named = (path) => {
    if (path === "") {
      needsAll = true;
      return isNamespace ? "lib.default" : "lib";
    }
    if (!names) return `lib.${path}`;
    members.add(path.split(".")[0]);
    return path;
  };
  const statement = call.code.replaceAll("ARGS", () => args.map(codeOf).join(", "));
  const body = [...before, statement].map((text) =>
    text.replace(reference, (_whole, path) => named(path === "NAME" ? name : (path ?? ""))),
  );
  const others = Object.entries(recipe.imports ?? {}).filter(([local]) =>
    body.some((text) => new RegExp(`\\b${local}\\b`).test(text)),
  );
  const isCommon = extension === "cjs";
  const imports = [
    ...lines(module, [...members], needsAll),
    ...others.map(([local, from]) =>
      isCommon ? `const ${local} = require("${from}");` : `import ${local} from "${from}";`,
    ),
  ];
  const head = isCommon ? "exports.main = async function main() {" : "export async function main() {";
  return `${imports.join("\n")}\n\n${head}\n${body.map((text) => `  ${text}`).join("\n")}\n}${isCommon ? ";" : ""}\n`;
}

const namesOf = (callee) =>
  [callee.call ?? callee.construct].flat().map((name) => ("construct" in callee ? "new " : "") + name);
const isIn = (version, majors) => majors === undefined || rangesOverlap(version, majors);
const pathText = (path) => path.map((step, at) => (at === 0 ? `argument ${step}` : step)).join(".");

/** The calls of a recipe, each under one of its names: `{ call, name, plain }`, where `plain` is the program that says nothing of TLS. */
export function callsOf(recipe, table, version) {
  const held = recipe.calls.filter(({ majors }) => isIn(version, majors));
  return held.flatMap((call) =>
    call.names.map((name) => ({
      recipe,
      call,
      name: name.replace(/^new /, ""),
      callee: name,
      args: call.args ?? [],
      module: call.module ?? recipe.module ?? table.modules[0],
      protocol: call.protocol ?? recipe.protocol ?? "direct",
      proxy: call.proxy,
    })),
  );
}

/** Of those with the same key the first. */
/** Whether a string as a whole stands in an argument; deeper inside it is put where it may be. */
const isTextAt = ({ args }, [index, ...path]) => path.length > 0 || typeof args[index] === "string";

const unique = (list, key) => [...new Map(list.toReversed().map((each) => [key(each), each])).values()].reverse();

/** Every program that the client's table gives rise to, without its import style: word x value x call x connection string x default. */
export function programsOf(recipe, table, version) {
  const calls = callsOf(recipe, table, version);
  const programs = calls.map((call) => ({ ...call, about: "nothing said", set: { props: {} } }));
  const uncovered = [];
  const forEachPlace = (rows, visit) => {
    for (const row of rows.filter(({ majors, side }) => isIn(version, majors) && (side ?? "client") === "client")) {
      for (const path of row.at ?? []) {
        const fitting = calls.filter(
          ({ callee, call, args }) =>
            namesOf(row).some((name) => matches(name, callee)) &&
            hasPlace(args, path) &&
            (call.places === undefined || call.places.some((place) => codeOf(place) === codeOf(path))) &&
            (row.where === undefined || whereHolds(row.where, args)) &&
            ![row.except ?? []].flat(2).some((each) => whereHolds(each, args)),
        );
        if (fitting.length === 0) uncovered.push(`${namesOf(row).join(", ")} at ${pathText(path)}`);
        for (const [index, each] of fitting.entries()) visit(row, path, each, index === 0);
      }
    }
  };
  forEachPlace(table.tlsOptions, (row, path, call, isFirst) => {
    for (const set of [
      ...(isFirst && !call.call.isBrief ? setsOfNode : briefSets),
      ...setsOfWords(row.vocabulary),
      ...shorthandsOf(row),
    ]) {
      if (path.length === 1 && "props" in set && Object.keys(set.props).length === 0) continue;
      programs.push({ ...call, path, set, about: pathText(path) });
    }
  });
  forEachPlace(table.connectionStrings ?? [], (row, path, call) => {
    if (withParameter[row.form] === undefined) return;
    const url = call.call.url ?? recipe.url;
    if (url === undefined || !isTextAt(call, path)) return;
    for (const parameter of parametersOf(row, ({ majors }) => isIn(version, majors))) {
      const string = withParameter[row.form](url, parameter);
      const said = {
        ...call,
        path,
        set: { whole: string, isWeak: parameter.isWeak },
        about: `string at ${pathText(path)}`,
      };
      programs.push(said);
      if (row.replaces === undefined) continue;
      const beside = [...path.slice(0, -1), row.replaces];
      // where the string stands in the place of what would hold the object, there is none beside it
      if (!table.tlsOptions.some(({ at }) => at?.some((place) => codeOf(place) === codeOf(beside)))) continue;
      for (const value of [false, true])
        programs.push({
          ...said,
          beside: [beside, { rejectUnauthorized: value }],
          about: `${said.about}, object beside it`,
        });
    }
  });
  forEachPlace(table.plaintext ?? [], (row, path, call) => {
    if (row.effect !== "none" || (!row.values && !isTextAt(call, path))) return;
    const url = call.call.url ?? recipe.url;
    const wholes = [
      ...(row.values ?? []),
      ...(row.scheme !== undefined && url ? [url.replace(/^[a-z0-9+]+:/, `${row.scheme}:`)] : []),
      ...Object.entries(row.parameters ?? {}).flatMap(([name, values]) =>
        values.map((value) => withParameter[row.form](url, { name, value })),
      ),
    ];
    for (const whole of wholes)
      programs.push({ ...call, path, set: { whole }, about: `plaintext at ${pathText(path)}` });
  });
  // what holds for this machine alone stands in the recipe, with an address of this machine
  for (const row of (table.switches ?? []).filter(({ majors, isLoopback }) => isIn(version, majors) && !isLoopback)) {
    const switchable = calls.filter(({ call }) => call.code.includes("SWITCH"));
    if (switchable.length === 0) uncovered.push(`the switch ${row.method}`);
    for (const call of switchable) {
      const values = row.values ?? [undefined];
      for (const value of values) {
        const given = [row.argument, value].filter((each) => each !== undefined);
        programs.push({
          ...call,
          switch: `.${[row.method].flat()[0]}(${given.map(codeOf).join(", ")})`,
          set: { props: {}, isWeak: true },
          about: "switch",
        });
      }
    }
  }
  for (const row of (table.settings ?? []).filter(({ majors, side }) => isIn(version, majors) && side === "client")) {
    if (row.object.includes("()") || !recipe.settings?.includes(row.object)) {
      uncovered.push(`settings in ${row.object}`);
      continue;
    }
    const nodes = row.vocabularyOnly ? [] : setsOfNode;
    for (const set of [...nodes, ...setsOfWords(row.vocabulary)])
      for (const call of calls.slice(0, 1))
        programs.push({ ...call, settings: row.object, set, about: `settings in ${row.object}` });
  }
  for (const path of recipe.agents ?? []) {
    for (const call of calls.filter(({ args }) => hasPlace(args, path)).slice(0, 1))
      for (const set of setsOfNode)
        programs.push({ ...call, path, agent: "https.Agent", set, about: `agent at ${pathText(path)}` });
  }
  for (const { about, code, isWeak, ...own } of recipe.also ?? [])
    programs.push({
      ...calls[0],
      ...own,
      call: { ...calls[0].call, code },
      like: calls[0].call,
      set: { props: {}, isWeak },
      about,
      isOwn: true,
    });
  return { programs: unique(programs, keyOf), uncovered };
}

const keyOf = (program) => textOf({ ...rendered(program), style: "require" }) + (program.proxy ?? "");

const matches = (name, callee) =>
  name === callee ||
  (name.includes("*") && new RegExp(`^${name.replaceAll(".", "\\.").replaceAll("*", "[\\w]+")}$`).test(callee));

function whereHolds({ at, values, schemes }, args) {
  return at.some(([index, ...path]) => {
    const value = path.reduce((holder, key) => holder?.[key], args[index]);
    return schemes ? schemes.some((scheme) => String(value).startsWith(`${scheme}://`)) : values.includes(value);
  });
}

/** What `textOf` writes of a program. */
export function rendered(program) {
  const { call, set, path, beside, agent, settings } = program;
  let { args } = program;
  if (beside) args = withValueAt(args, ...beside);
  const value = "whole" in set ? set.whole : agent ? new Code(`new ${agent}(${codeOf(set.props)})`) : set.props;
  if (path && ("whole" in set || agent || path.length > 1 || Object.keys(set.props).length > 0))
    args = withValueAt(args, path, value);
  const before = settings ? Object.entries(set.props).map(([key, own]) => `$${settings}.${key} = ${codeOf(own)};`) : [];
  return {
    ...program,
    args,
    before,
    call: { ...call, code: call.code.replaceAll("SWITCH", () => program.switch ?? "") },
  };
}
