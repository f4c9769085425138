import { describe, expect, it } from "vitest";
import { hosts, nodes } from "./hosts.js";

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
