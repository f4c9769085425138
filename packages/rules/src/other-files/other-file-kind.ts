/** A kind of file besides programs that decides how Node does TLS. */
export type OtherFileKind =
  | "package-json"
  | "npmrc"
  | "dotenv"
  | "dockerfile"
  | "compose"
  | "github-workflow"
  | "gitlab-ci"
  | "shell"
  | "openssl-config";

const kinds: readonly (readonly [OtherFileKind, RegExp])[] = [
  ["package-json", /(^|\/)package\.json$/],
  ["npmrc", /(^|\/)\.?npmrc$/],
  ["dotenv", /(^|\/)\.env(\.[^/]*)?$|\.env$/],
  ["dockerfile", /(^|\/)(Dockerfile|Containerfile)(\.[^/]*)?$|\.(dockerfile|containerfile)$/i],
  ["compose", /(^|\/)(docker-)?compose([.-][^/]*)?\.ya?ml$/],
  ["github-workflow", /(^|\/)\.github\/(workflows|actions)\/.*\.ya?ml$|(^|\/)action\.ya?ml$/],
  ["gitlab-ci", /(^|\/)\.gitlab\/.*\.ya?ml$|\.?gitlab-ci[^/]*\.ya?ml$/],
  [
    "shell",
    /\.(sh|bash|zsh|ksh)$|(^|\/)\.(bash|zsh)(rc|_profile|env)$|(^|\/)\.(profile|envrc)$|(^|\/)\.husky\/[^/.]+$/,
  ],
  ["openssl-config", /(^|\/)openssl[^/]*\.(cnf|conf)$/i],
];

/** `Dockerfile.md` speaks of one, `dockerfile.ts` reads one. */
const otherwise = /\.(md|mdx|txt|rst|adoc|[cm]?[jt]sx?)$/i;

/** What a file is by its path from the root, with `/`; undefined where it is none of these. */
export function otherFileKind(path: string): OtherFileKind | undefined {
  return otherwise.test(path) ? undefined : kinds.find(([, pattern]) => pattern.test(path))?.[0];
}
