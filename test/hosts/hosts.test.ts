import { readFileSync } from "node:fs";
import { minVersion } from "semver";
import { describe, expect, it } from "vitest";
import { hosts, nodes } from "./hosts.js";
import { root } from "./temporary-project.js";

it("the oldest ESLint that the plugin asks for is among the hosts", () => {
  const { peerDependencies } = JSON.parse(readFileSync(`${root}packages/eslint-plugin/package.json`, "utf8")) as {
    peerDependencies: { eslint: string };
  };
  expect(hosts.map(({ name }) => name)).toContain(`ESLint ${minVersion(peerDependencies.eslint)!.version}`);
});

for (const { version, node } of nodes) {
  describe(`Node ${version}`, () => {
    for (const host of hosts) describe(host.name, () => tryChecks(host, node));
  });
}

function tryChecks({ checks }: (typeof hosts)[number], node: string): void {
  for (const { name, run } of checks) {
    it(name, () => {
      const { left, expectedLeft, texts, expectedTexts } = run(node);
      expect(left).toEqual(expectedLeft);
      expect(texts).toEqual(expectedTexts);
    });
  }
}
