import tls from "eslint-plugin-tls";
import { javascript, type Sample, svelte, typescript, vue, vueWithTypes } from "./samples.js";

/** The plugin in oxlint: the files of a project with its `.oxlintrc.json`. */
export interface OxlintCheck {
  readonly name: string;
  readonly config: string;
  readonly samples: readonly Sample[];
}

/** What oxlint reads of a configuration; it has no `extends` for the configs of JavaScript plugins, so rules are named one by one. */
const config = JSON.stringify({
  jsPlugins: ["eslint-plugin-tls"],
  categories: { correctness: "off" },
  rules: tls.configs.recommended.rules,
});

export const oxlintChecks: readonly OxlintCheck[] = [
  { name: "JavaScript", config, samples: javascript },
  { name: "TypeScript", config, samples: typescript },
  { name: "Vue", config, samples: [...vue, ...vueWithTypes] },
  { name: "Svelte", config, samples: svelte },
];
