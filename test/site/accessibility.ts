import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { createLegacyService, reportsOf } from "../../codemods/test/reports/report-folders.js";
import { patience } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The tests that axe finds nothing on pages of the site, which is built and served once, and in the HTML report. */
export function testAccessibility(browser: () => Browser, origin: () => string): void {
  async function reportAddress(): Promise<string> {
    const { html } = await reportsOf(createLegacyService(), ["html"], ["check"]);
    return pathToFileURL(join(createFolder({ "report.html": html! }).path, "report.html")).href;
  }

  /** What axe has against a page, by rule and place. */
  async function violationsOn(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      async () => await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary?.split("\n")[1]}`),
    );
  }

  const pages: readonly (readonly [name: string, address: () => string | Promise<string>, ready: string])[] = [
    ["the home page", () => `${origin()}/`, "h1"],
    ["a rule's page", () => `${origin()}/rules/no-weak-cipher-suite.html`, "h1"],
    ["the playground", () => `${origin()}/playground.html`, ".verdicts"],
    ["the HTML report", reportAddress, ".finding"],
  ];

  it.each(
    pages.flatMap(([name, address, ready]) =>
      [1280, 390].flatMap((width) =>
        (["light", "dark"] as const).map((colorScheme) => [name, width, colorScheme, address, ready] as const),
      ),
    ),
  )("%s at %i px, %s", async (name, width, colorScheme, address, ready) => {
    const context = await browser().newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
      // the report lets no script run that is not its own
      bypassCSP: true,
    });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(await address());
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState("networkidle");
      // what lies out of the window is not painted, and what is not painted axe does not see
      await page.addStyleTag({ content: ".finding { content-visibility: visible !important }" });
      if (process.env["SCREENSHOTS"])
        await page.screenshot({
          fullPage: true,
          path: join(process.env["SCREENSHOTS"], `${name}-${width}-${colorScheme}.png`),
        });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    } finally {
      await context.close();
    }
  });
}
