/**
 * One script of a module and all that it imports, each once and before its first use, for a page that must not load any.
 * It reads modules as the compiler writes them: imports and exports in lines of their own, and no two names alike.
 * Throws an error for anything else.
 */
export function joinModules(entry: string, read: (name: string) => string): string {
  const seen = new Set<string>();
  const textOf = (name: string): string => {
    if (seen.has(name)) return "";
    seen.add(name);
    const text = read(name);
    const imported = [...text.matchAll(/^import .* from "\.\/(.+)";$/gm)].map(([, source]) => textOf(source!));
    return [...imported, withoutModuleSyntax(name, text)].join("");
  };
  return textOf(entry);
}

function withoutModuleSyntax(name: string, text: string): string {
  const plain = text.replaceAll(/^import .* from "\.\/.+";\n|^export \{\};\n|^export (?=(?:async )?function |const )/gm, "");
  const left = /^(?:import|export)\b.*/m.exec(plain);
  if (left) throw new Error(`${name} holds what cannot be joined: ${left[0]}`);
  return plain;
}
