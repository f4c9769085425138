import { javascript, type Sample, svelte, typescript, vue, vueWithTypes } from "./samples.js";

/** The plugin in oxlint: the files of a project with its `.oxlintrc.json`. */
export interface OxlintCheck {
  readonly name: string;
  readonly config: string;
  readonly samples: readonly Sample[];
}

const config = JSON.stringify({
  extends: ["./node_modules/eslint-plugin-tls/oxlint.json"],
  categories: { correctness: "off" },
});

export const oxlintChecks: readonly OxlintCheck[] = [
  { name: "JavaScript", config, samples: javascript },
  { name: "TypeScript", config, samples: typescript },
  { name: "Vue", config, samples: [...vue, ...vueWithTypes] },
  { name: "Svelte", config, samples: svelte },
];
