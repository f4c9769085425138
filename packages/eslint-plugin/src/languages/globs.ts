/** The files that the configs for other languages are for: those of which tls-rules knows the kind. */
export const globs = {
  packageJson: ["**/package.json"],
  yaml: [
    "**/{,docker-}compose{,[.-]*}.{yml,yaml}",
    "**/.github/{workflows,actions}/**/*.{yml,yaml}",
    "**/action.{yml,yaml}",
    "**/*gitlab-ci*.{yml,yaml}",
    "**/.gitlab/**/*.{yml,yaml}",
  ],
} as const;
