/** One way to bring a module's member into a file. */
export interface ImportStyle {
  readonly name: string;
  readonly extension: ".js" | ".mjs" | ".ts";
  /** Code that uses the member, whose name is `""` for the module itself; undefined where the style cannot name that. */
  write(module: string, member: string, use: (reference: string) => string): string | undefined;
}

const from = (object: string, member: string) => (member === "" ? object : `${object}.${member}`);

/** How the same use of a module is written in real programs. */
export const importStyles: readonly ImportStyle[] = [
  {
    name: "import default",
    extension: ".mjs",
    write: (module, member, use) => `import lib from "${module}";\n${use(from("lib", member))};`,
  },
  {
    name: "import namespace",
    extension: ".mjs",
    write: (module, member, use) => `import * as lib from "${module}";\n${use(from("lib", member || "default"))};`,
  },
  {
    name: "import named",
    extension: ".mjs",
    write: (module, member, use) => `import { ${member || "default"} as alias } from "${module}";\n${use("alias")};`,
  },
  {
    name: "require",
    extension: ".js",
    write: (module, member, use) => `const lib = require("${module}");\n${use(from("lib", member))};`,
  },
  {
    name: "destructured require",
    extension: ".js",
    write: (module, member, use) =>
      member === "" ? undefined : `const { ${member}: alias } = require("${module}");\n${use("alias")};`,
  },
  {
    name: "inline require",
    extension: ".js",
    write: (module, member, use) => `${use(`(${from(`require("${module}")`, member)})`)};`,
  },
  {
    name: "await import",
    extension: ".mjs",
    write: (module, member, use) => `const lib = await import("${module}");\n${use(from("lib", member || "default"))};`,
  },
  {
    name: "import equals",
    extension: ".ts",
    write: (module, member, use) => `import lib = require("${module}");\n${use(from("lib", member))};`,
  },
];
