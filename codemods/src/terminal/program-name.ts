/** How each package manager starts a program that it has installed, by the name that it gives itself in the environment of what it starts. */
const starters: Readonly<Record<string, string>> = {
  npm: "npx tls-codemod",
  pnpm: "pnpm exec tls-codemod",
  yarn: "yarn tls-codemod",
  bun: "bunx tls-codemod",
};

/** What to type to start this program again, as it was started. */
export function programName(env: NodeJS.ProcessEnv): string {
  const [manager = ""] = (env["npm_config_user_agent"] ?? "").split("/", 1);
  return new Map(Object.entries(starters)).get(manager) ?? "tls-codemod";
}
