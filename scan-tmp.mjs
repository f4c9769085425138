import { analyze, resolveSettings, hasTriggerWord } from "/work/main/packages/rules/dist/index.js";
import { parseSync } from "oxc-parser";
import { analyze as scopes } from "@typescript-eslint/scope-manager";
import { readFileSync } from "node:fs"; import { execSync } from "node:child_process";
const root = process.argv[2];
const files = execSync(`find ${root} -type f \\( -name '*.js' -o -name '*.mjs' -o -name '*.cjs' -o -name '*.ts' \\) -not -name '*.d.ts' -size -900k`, { maxBuffer: 1 << 28 }).toString().trim().split("\n");
const settings = resolveSettings({ level: "warning" });
let n = 0, parsed = 0;
for (const f of files) {
  const text = readFileSync(f, "utf8").replace(/^\uFEFF/, "");
  if (!hasTriggerWord(text)) continue;
  parsed++;
  try {
    const lang = f.endsWith(".ts") ? "ts" : "jsx";
    let r = parseSync(f, text, { lang, astType: "ts", range: true, preserveParens: false });
    if (r.errors.length) r = parseSync(f, text, { lang, astType: "ts", range: true, preserveParens: false, sourceType: "commonjs" });
    if (r.errors.length) continue;
    const ast = r.program; Object.assign(ast, { comments: r.comments.map((c) => ({ ...c, range: [c.start, c.end] })) });
    const isModule = ast.sourceType === "module";
    const findings = analyze({ path: f.replace(root, ""), text, ast, scopeManager: scopes(ast, { sourceType: isModule ? "module" : "script", globalReturn: !isModule }) }, settings);
    for (const x of findings) { if (/no-(disabled|insecure)/.test(x.rule)) { n++; console.log(`${f.replace(root, "")}:${text.slice(0, x.range[0]).split("\n").length} ${x.rule} ${x.certainty} ${x.level}${x.guard ? " [" + x.guard.slice(0,40) + "]" : ""} ${text.slice(...x.range).slice(0, 90).replaceAll("\n", " ")}`); } }
  } catch (e) { console.log("CRASH", f, e.stack.slice(0, 400)); }
}
console.log(files.length, "files", parsed, "parsed", n, "findings");
