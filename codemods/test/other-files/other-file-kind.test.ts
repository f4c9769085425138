import { expect, it } from "vitest";
import { otherFileKind } from "tls-rules/other-files/candidates";

it.each([
  ["package.json", "package-json"],
  ["apps/web/package.json", "package-json"],
  [".npmrc", "npmrc"],
  ["docker/npmrc", "npmrc"],
  [".env", "dotenv"],
  ["apps/.env.local", "dotenv"],
  ["config/production.env", "dotenv"],
  ["Dockerfile", "dockerfile"],
  ["docker/Dockerfile.dev", "dockerfile"],
  ["api.dockerfile", "dockerfile"],
  ["Containerfile", "dockerfile"],
  ["docker-compose.yml", "compose"],
  ["docker-compose.override.yml", "compose"],
  ["compose.yaml", "compose"],
  [".github/workflows/ci.yml", "github-workflow"],
  [".github/actions/setup/action.yml", "github-workflow"],
  ["action.yaml", "github-workflow"],
  [".gitlab-ci.yml", "gitlab-ci"],
  ["ci/deploy.gitlab-ci.yml", "gitlab-ci"],
  [".gitlab/ci/build.yml", "gitlab-ci"],
  ["bin/start.sh", "shell"],
  [".envrc", "shell"],
  ["home/.bashrc", "shell"],
  [".husky/pre-commit", "shell"],
  ["/etc/ssl/openssl.cnf", "openssl-config"],
  ["conf/openssl-legacy.cnf", "openssl-config"],
])("%s is %s", (path, kind) => expect(otherFileKind(path)).toBe(kind));

it.each(["package-lock.json", "my-package.json", "src/env.js", "environment", "README.md", "docs/Dockerfile.md", "config.yml", ".github/dependabot.yml", "my.cnf", "decompose.yml", "start.sh.txt", "src/kinds/dockerfile.ts", ".env.js", ".husky/_/husky.sh.md"])(
  "%s is none of them",
  (path) => expect(otherFileKind(path)).toBeUndefined(),
);
