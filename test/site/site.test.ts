import { mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testAccessibility } from "./accessibility.js";
import { chromiumPath, inChromium, launch, patience } from "./browser.js";
import { buildSite, serveSite } from "./built-site.js";
import { examples, initialState, judged, toHash } from "./playground.js";
import { type SitePage, sitePages } from "./site-pages.js";

const minutes = 60_000;
const images = fileURLToPath(new URL("../../docs/images/", import.meta.url));

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  await buildSite();
  if (chromiumPath !== undefined) [browser, site] = await Promise.all([launch(), serveSite()]);
}, 10 * minutes);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe("the built site", () => {
  const root = new URL("../../", import.meta.url);
  const namesIn = (folder: string) =>
    readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".md") && name !== "README.md");
  let pages: readonly SitePage[];
  beforeAll(() => (pages = sitePages()));

  it("has a page, and a place in its sidebar, for each guide, rule and client", () => {
    const expected = [
      ...namesIn("docs/guides").map((name) => `/guides/${name}`),
      ...namesIn("packages/eslint-plugin/docs/rules").map((name) => `/rules/${name}`),
      ...namesIn("docs/clients").map((name) => `/clients/${name}`),
    ];
    const paths = expected.map((path) => path.replace(/\.md$/, ".html"));
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    for (const path of paths)
      expect(pages.find((page) => page.path === path)!.sidebar).toEqual(expect.arrayContaining(paths));
  });

  it("has a title on every page", () => {
    // the playground's is made by its script, the other one says that there is no page
    expect(
      pages
        .filter(({ title }) => title === "")
        .map(({ path }) => path)
        .sort(),
    ).toEqual(["/404.html", "/playground.html"]);
  });

  it("has a description of its own on every page, also for who links to it", () => {
    const described = pages.filter(({ path }) => path !== "/404.html");
    const descriptions = described.map(({ description }) => description);
    expect(described.filter(({ description }) => description.length < 30).map(({ path }) => path)).toEqual([]);
    expect(descriptions.filter((each, index) => descriptions.indexOf(each) !== index)).toEqual([]);
    expect(descriptions.every((each) => each.length <= 170)).toBe(true);
    expect(described.filter(({ description, openGraph }) => openGraph !== description).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it("links to no page and no heading that is not there", () => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const dead = pages.flatMap((page) =>
      page.links.flatMap((link) => {
        const { pathname, hash } = new URL(link, `http://site${page.path}`);
        const target = byPath.get(decodeURIComponent(pathname).replace(/\/$/, "/index.html"));
        const isThere = target !== undefined && (hash === "" || target.ids.has(decodeURIComponent(hash.slice(1))));
        return isThere ? [] : [`${page.path}: ${link}`];
      }),
    );
    expect(dead).toEqual([]);
  });
});

describe.skipIf(chromiumPath === undefined)(`the site, ${inChromium}`, () => {
  let page: Page;
  const troubles: string[] = [];

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(patience);
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on(
      "request",
      (request) =>
        request.url().startsWith("data:") ||
        request.url().startsWith(site.origin) ||
        troubles.push(`asks elsewhere: ${request.url()}`),
    );
  });
  afterEach(async () => {
    await page.close();
    expect(troubles.splice(0)).toEqual([]);
  });

  const open = async (hash = "") => {
    await page.goto(`${site.origin}/playground.html${hash}`);
    await page.locator(".summary", { hasText: "TLS options" }).waitFor();
  };
  const type = (code: string) => page.getByRole("textbox", { name: "Code to judge" }).fill(code);
  const codeInEditor = () =>
    page
      .getByRole("textbox", { name: "Code to judge" })
      .evaluate((element) => [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
  const hasNoSidewaysScroll = () =>
    page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);

  it("judges what is typed", async () => {
    await open();
    await type(`require("tls").connect({ minVersion: "TLSv1" });`);
    await page.getByText("1 finding in 1 set").waitFor();
    const finding = page.locator(".finding");
    expect(await finding.getByRole("link").innerText()).toBe("no-deprecated-protocol-version");
    expect(await finding.locator(".excerpt").innerText()).toMatch(/minVersion: "TLSv1"[^]*\^{19}/);
    await page.locator(".cm-lintRange-error").waitFor();
  });

  it("shows what each Node release does", async () => {
    await open();
    const code = `require("tls").createServer({ minVersion: "TLSv1", ciphers: "ECDHE-RSA-AES128-SHA" });`;
    const { rows } = judged({ code }).optionSets[0]!.combinations[0]!;
    await type(code);
    await expect
      .poll(() => page.locator(".verdicts tbody th").allInnerTexts())
      .toEqual(rows.map(({ runtimes }) => runtimes.replace("Node ", "")));
    await expect
      .poll(() => page.locator(".verdicts tbody tr").first().innerText())
      .toMatch(/TLSv1 prohibited\s+TLSv1\.1 prohibited\s+TLSv1\.2\s/);
  });

  it.each(examples.map(({ title }) => title))("migrates as the engine does: %s", async (title) => {
    const example = examples.find((candidate) => candidate.title === title)!;
    const { migrated } = judged({ ...example, ask: true });
    await open();
    await page.getByLabel("Example").selectOption(title);
    await page.getByLabel("apply ask edits too").check();
    await page.locator(".diff-line").first().waitFor();
    await page.getByRole("button", { name: "Use as code" }).click();
    await expect.poll(codeInEditor).toBe(migrated);
  });

  it("keeps the state in the address", async () => {
    await open();
    await page.getByLabel("Profile").selectOption("modern");
    await type(`require("tls").connect({ minVersion: "TLSv1.2" });`);
    await page.waitForURL(/profile=modern/);
    await page.waitForURL(/code=/);
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.getByText("1 finding in 1 set").waitFor();
    expect(await page.getByLabel("Profile").inputValue()).toBe("modern");
    expect(await codeInEditor()).toContain("TLSv1.2");
  });

  it("shows once what many sets of options have in common", async () => {
    await open();
    await type(
      `const { connect } = require("tls");\nconnect({ minVersion: "TLSv1" });\nconnect({ minVersion: "TLSv1" });\nconnect({ minVersion: "TLSv1.3" });`,
    );
    await page.getByText("in 3 sets").waitFor();
    await expect
      .poll(() => page.locator(".option-set h3").allInnerTexts())
      .toEqual([expect.stringMatching(/line 2\s+line 3/), expect.stringMatching(/line 4/)]);
  });

  it("says what it cannot read, beside it", async () => {
    await open();
    await page.getByLabel("Node releases").fill("soon");
    await page.locator("#node-error", { hasText: "soon" }).waitFor();
    await page.getByLabel("Node releases").fill(">=20");
    await type("const = 1;");
    await page.getByText("Line 1, column 7: Unexpected token").waitFor();
    await page.locator(".cm-lintRange-error", { hasText: "=" }).waitFor();
    expect(await page.locator(".summary", { hasText: "last code that could be judged" }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Apply" }).first().isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Line 1, column 7" }).click();
    await page.keyboard.insertText("a ");
    await expect.poll(codeInEditor).toBe("const a = 1;");
    await page.getByText("No TLS options.").waitFor();
  });

  it("says what to do where there is nothing to show", async () => {
    await page.goto(`${site.origin}/playground.html#${toHash({ ...initialState, code: "let 1;" })}`);
    await page.getByText("There is nothing to judge until the code can be read.").waitFor();
    await type("");
    await page.getByText("Paste code of a client or a server").waitFor();
    await type("let a;");
    await page.getByText("The rules saw no TLS options in this code").waitFor();
    await type(`require("tls").connect({ minVersion: "TLSv1.2" });`);
    await page.getByText("no rule objects to this code").waitFor();
  });

  it("goes through the findings with F8", async () => {
    await open();
    await type(
      `require("tls").connect({ minVersion: "TLSv1" });\nrequire("tls").connect({ rejectUnauthorized: false });`,
    );
    await page.getByText("2 findings in 2 sets").waitFor();
    await page.getByRole("textbox", { name: "Code to judge" }).press("F8");
    await page.locator(".cm-tooltip", { hasText: "RFC 8996" }).waitFor();
    await page.keyboard.press("F8");
    await page.locator(".cm-tooltip", { hasText: "accepts any certificate" }).waitFor();
  });

  it("brings a finding's range into the editor", async () => {
    await open();
    await type(`require("tls").connect({ minVersion: "TLSv1" });`);
    await page.getByRole("button", { name: "Go to line 1, column 26" }).click();
    await page.keyboard.insertText("servername");
    await expect.poll(codeInEditor).toBe(`require("tls").connect({ servername });`);
  });

  it("copies the link to what is shown", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open();
    await page.getByLabel("Profile").selectOption("modern");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.origin}/playground.html#profile=modern`,
    );
  });

  it("does not jump while it loads, and is light to load", async () => {
    const weights: Promise<number>[] = [];
    const weightOf = async (response: Response) => gzipSync(await response.body()).length;
    page.on("response", (response) => void weights.push(weightOf(response)));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) =>
        shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
      ).observe({ type: "layout-shift", buffered: true });
    });
    await open();
    await page.locator(".verdicts").first().waitFor();
    await page.waitForLoadState("networkidle");
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    // what web.dev calls good
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.1);
    const weight = (await Promise.all(weights)).reduce((sum, length) => sum + length, 0);
    expect(Math.round(weight / 1024)).toBeLessThan(620);
  });

  it("works with the keyboard alone", async () => {
    await open();
    await page.getByLabel("Example").focus();
    const stops: string[] = [];
    for (let count = 0; count < 20; count++) {
      stops.push(
        await page
          .locator(":focus")
          .evaluate(
            (element) =>
              element.getAttribute("name") ?? element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "",
          ),
      );
      if (stops.at(-1) === "Apply") break;
      await page.keyboard.press("Tab");
    }
    expect(stops).toEqual(
      expect.arrayContaining([
        "example",
        "language",
        "node",
        "profile",
        "certainty",
        "level",
        "Copy link",
        "Code to judge",
        "Apply",
      ]),
    );
    const before = await codeInEditor();
    await page.keyboard.press("Enter");
    await expect.poll(codeInEditor).not.toBe(before);
  });

  it("names every control for screen readers", async () => {
    await open();
    const nameless = await page
      .locator(".playground")
      .evaluate((root) =>
        [...root.querySelectorAll("input, select, button, [tabindex]")]
          .filter(
            (element) =>
              !element.closest("label") && !element.getAttribute("aria-label") && !element.textContent?.trim(),
          )
          .map((element) => element.outerHTML),
      );
    expect(nameless).toEqual([]);
  });

  it.each([400, 768, 1280])("fits into %i px, light and dark", async (width) => {
    await page.setViewportSize({ width, height: 860 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open();
      await page.locator(".verdicts").first().waitFor();
      expect(await hasNoSidewaysScroll()).toBe(true);
      expect(await page.locator("html").evaluate((html) => html.classList.contains("dark"))).toBe(
        colorScheme === "dark",
      );
    }
  });

  it("finds a rule, a client and a guide by its search", async () => {
    await page.goto(`${site.origin}/guides/start.html`);
    for (const [words, address] of [
      ["weak cipher suite", "/rules/no-weak-cipher-suite.html"],
      ["ioredis", "/clients/ioredis.html"],
      ["private authorities", "/guides/private-authorities.html"],
    ] as const) {
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByRole("searchbox").fill(words);
      await page.locator(`.result[href^="${address}"]`).first().click();
      await page.waitForURL((url) => url.pathname === address);
      expect(await page.getByText("PAGE NOT FOUND").count()).toBe(0);
    }
  });

  it.each(["/", "/guides/verdicts.html", "/overview.html", "/rules/no-weak-cipher-suite.html", "/clients/"])(
    "shows %s without trouble, on a phone too",
    async (path) => {
      await page.goto(site.origin + path);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toBe("");
      await page.setViewportSize({ width: 400, height: 860 });
      expect(await hasNoSidewaysScroll()).toBe(true);
    },
  );

  it.runIf(process.env["UPDATE_IMAGES"])("has its picture taken", async () => {
    mkdirSync(images, { recursive: true });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open(
        `#${toHash({ ...initialState, ...examples.find(({ title }) => title === "The same option, two releases")! })}`,
      );
      await page.locator(".cm-lintRange").first().waitFor();
      await page.screenshot({
        path: `${images}playground-${colorScheme}.png`,
        clip: { x: 0, y: 0, width: 1280, height: 1560 },
        fullPage: true,
      });
    }
  });
});

describe.skipIf(chromiumPath === undefined)(`axe finds nothing, ${inChromium}:`, () =>
  testAccessibility(
    () => browser,
    () => site.origin,
  ),
);
