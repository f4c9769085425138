import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumPath, inChromium, launch } from "../../../test/site/browser.js";
import type { Report, ReportFinding } from "../../src/reports/report.js";
import { createFolder, type Folder } from "../harness/folder.js";
import { pageDataIn } from "./read-html.js";
import { createHostileFolder, createSampleFleet, reportsOf } from "./report-folders.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

/** What lies out of the window is not painted, and what is not painted has no text to read. */
function paintAll(): void {
  const style = new CSSStyleSheet();
  style.replaceSync(".finding { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [style];
}

const images = fileURLToPath(new URL("../../../docs/images/", import.meta.url));

describe("--format html", () => {
  const repository = {
    name: ".",
    url: "git@github.com:acme/meters.git",
    commit: "0123abcd",
    dirty: false,
    totals: reportWith([]).totals,
  };
  const addressOf = async (changed: Partial<ReportFinding>, state: Partial<typeof repository> = {}) =>
    pageDataIn(
      await rendered("html", reportWith([{ ...finding, ...changed }], { repositories: [{ ...repository, ...state }] })),
    ).findings[0]!.address;

  it.each([
    ["git@github.com:acme/meters.git", "https://github.com/acme/meters/blob/0123abcd/src/a%20b.js#L1"],
    [
      "https://gitlab.example.com/acme/meters.git",
      "https://gitlab.example.com/acme/meters/-/blob/0123abcd/src/a%20b.js#L1",
    ],
    ["https://git.example.com/acme/meters.git", undefined],
    ["/srv/git/meters.git", undefined],
    ["javascript:alert(1)", undefined],
  ])("links to the line where %s shows it", async (url, address) => {
    expect(await addressOf({ path: "src/a b.js" }, { url })).toBe(address);
  });

  it("links nowhere when the file may differ from the commit, and into the repository of a fleet", async () => {
    expect(await addressOf({}, { dirty: true })).toBeUndefined();
    expect(await addressOf({ status: "fixed" }, { dirty: true })).toBe(
      "https://github.com/acme/meters/blob/0123abcd/src/a.js#L1",
    );
    expect(await addressOf({ repository: "one", path: "one/src/a.js", endLine: 3 }, { name: "one" })).toBe(
      "https://github.com/acme/meters/blob/0123abcd/src/a.js#L1-L3",
    );
  });

  it("says who may stop connecting, and that a fix leaves all as they are", async () => {
    const whoMayStop = async (grade: "fix" | "upgrade") =>
      pageDataIn(await rendered("html", reportWith([{ ...finding, grade }]))).rules[0]!.whoMayStop;
    expect(await whoMayStop("upgrade")).toMatch(/^Peers that speak nothing newer than TLS 1\.1/);
    expect(await whoMayStop("fix")).toMatch(/^Nobody/);
  });
});

describe.skipIf(chromiumPath === undefined)(`the HTML report, ${inChromium}`, () => {
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
    await page.addInitScript(paintAll);
    page.on("console", (message) => troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("dialog", (dialog) => troubles.push(dialog.message()));
    page.on(
      "request",
      (request) =>
        request.url().startsWith("data:") ||
        request.isNavigationRequest() ||
        troubles.push(`asks for ${request.url()}`),
    );
  });
  afterEach(async () => {
    await page.close();
    expect(troubles.splice(0)).toEqual([]);
  });

  /** Opens a page, and gives its address. */
  async function open(html: string, hash = ""): Promise<string> {
    const folder = createFolder({ "report.html": html });
    const address = pathToFileURL(join(folder.path, "report.html")).href;
    await page.goto(address + hash);
    return address;
  }

  /** Opens what one run says of a folder, and gives what its JSON says. */
  async function openRun(folder: Folder, words: readonly string[] = []) {
    const { html, json } = await reportsOf(folder, ["html", "json"], words);
    await open(html!);
    return JSON.parse(json!);
  }

  let fleet: ReturnType<typeof reportsOf> | undefined;
  const reportsOfFleet = () => (fleet ??= reportsOf(createSampleFleet(), ["html", "json"]));

  async function openFleet() {
    const { html, json } = await reportsOfFleet();
    await open(html!);
    return JSON.parse(json!);
  }

  const openReport = async (findings: readonly ReportFinding[], changes?: Partial<Report>) =>
    open(await rendered("html", reportWith(findings, changes)));

  const bars = async (facet: string) =>
    Object.fromEntries(
      await page
        .locator(`[data-facet="${facet}"] .bar`)
        .evaluateAll((all) =>
          all.map((bar) => [
            bar.getAttribute("data-bar")!.replace(/^\w+:/, ""),
            Number(bar.querySelector(".bar-count")!.textContent!.replaceAll(",", "")),
          ]),
        ),
    );
  const tiles = async () =>
    Object.fromEntries(
      await page
        .locator(".tile")
        .evaluateAll((all) =>
          all.map((tile) => [
            tile.getAttribute("data-show"),
            Number(tile.querySelector("strong")!.textContent!.replaceAll(",", "")),
          ]),
        ),
    );
  const nonZero = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  const cards = () => page.locator(".finding");
  const count = () => page.locator("#count").innerText();
  const colorOf = (place: Locator) => place.evaluate((element) => getComputedStyle(element).backgroundColor);

  it("counts as the report does", async () => {
    const { totals, repositories, findings, errors, skipped } = await openFleet();
    const open = findings.filter(({ status }: ReportFinding) => status === "new");
    const byRule: Record<string, number> = {};
    for (const { rule } of open) byRule[rule] = (byRule[rule] ?? 0) + 1;
    expect(await bars("rule")).toEqual(byRule);
    expect(await bars("repository")).toEqual(
      nonZero(
        Object.fromEntries(
          repositories.map((repository: { name: string; totals: Report["totals"] }) => [
            repository.name,
            repository.totals.findings.new,
          ]),
        ),
      ),
    );
    expect(await bars("level")).toEqual(nonZero(totals.levels));
    expect(await bars("grade")).toEqual(nonZero(totals.grades));
    const certain = await bars("certainty");
    expect(certain["proven"]! + (certain["likely"] ?? 0)).toBe(totals.findings.new);
    expect(await tiles()).toMatchObject({
      all: findings.length,
      open: totals.findings.new,
      ready: open.filter(({ fixable }: ReportFinding) => fixable).length,
      accepted: totals.findings.suppressed,
    });
    expect([await cards().count(), await count()]).toEqual([
      open.length,
      `${open.length} of ${findings.length} findings`,
    ]);
    const rows = page.locator("#repositories tr");
    expect((await rows.allInnerTexts()).map((row) => row.split(/\s+/)[0]).sort()).toEqual(
      repositories.map(({ name }: { name: string }) => name).sort(),
    );
    const named = await page.locator("#unread code").allInnerTexts();
    expect(named.sort()).toEqual([...errors, ...skipped].map(({ path }) => path).sort());
  });

  it("draws bars as long as their counts", async () => {
    await openReport([...manyFindings(4), { ...finding, rule: "no-weak-group" }]);
    const lengths = await page
      .locator('[data-facet="rule"] svg')
      .evaluateAll((all) =>
        all.map((svg) =>
          [...svg.querySelectorAll("rect")].reduce((sum, rect) => sum + Number(rect.getAttribute("width")), 0),
        ),
      );
    expect(lengths).toEqual([100, 25]);
  });

  it("filters by bars, fields and words, and goes back", async () => {
    await openFleet();
    const all = await count();
    await page.locator('[data-bar="rule:no-legacy-secure-protocol"]').click();
    const legacy = (await bars("rule"))["no-legacy-secure-protocol"]!;
    expect(await cards().count()).toBe(legacy);
    await page.getByLabel("Level", { exact: true }).selectOption("warning");
    const warnings = (await bars("level"))["warning"]!;
    expect([await cards().count(), warnings < legacy]).toEqual([warnings, true]);
    await page.getByLabel("Search").fill("sslv23 tariff-api/billing");
    expect(await page.locator(".finding .place").allInnerTexts()).toEqual([
      expect.stringContaining("tariff-api/billing-health.js"),
    ]);
    await page.getByLabel("Search").fill("SSLv23 nowhere");
    expect([await cards().count(), await count()]).toEqual([0, "No finding answers the filter."]);
    await page.getByRole("button", { name: "Reset" }).click();
    expect([
      await count(),
      await page.getByLabel("Search").inputValue(),
      await page.getByRole("button", { name: "Reset" }).isDisabled(),
    ]).toEqual([all, "", true]);
  });

  it("keeps the filter in the address, so that it can be sent to somebody", async () => {
    const { html } = await reportsOfFleet();
    await open(html!);
    await page.getByRole("button", { name: /^Accepted/ }).click();
    await page.getByLabel("Search").fill("test box");
    await page.waitForURL(/#\?.*text=test\+box/);
    const hash = new URL(page.url()).hash;
    expect(hash).toContain("show=accepted");
    const told = await page.locator("#findings").innerText();
    await page.goto("about:blank");
    await open(html!, hash);
    expect([await page.locator("#findings").innerText(), await page.getByLabel("Search").inputValue()]).toEqual([
      told,
      "test box",
    ]);
    expect(await page.getByRole("button", { name: /^Accepted/ }).getAttribute("aria-pressed")).toBe("true");
    await page.evaluate(() => (location.hash = "#?show=nonsense&rule=no-weak-cipher-suite"));
    await expect.poll(() => page.locator('.tile[aria-pressed="true"] .tile-label').innerText()).toBe("Open");
    expect(new Set(await page.locator(".chips a").allInnerTexts())).toEqual(new Set(["no-weak-cipher-suite"]));
  });

  it("goes to the rule of a finding and leaves the filter alone", async () => {
    await openFleet();
    await page.getByLabel("Search").fill("readings-store");
    await page.waitForURL(/text=readings-store/);
    await page.locator(".chips a").first().click();
    expect(await page.locator(":focus").getAttribute("id")).toBe("rule-no-disabled-certificate-verification");
    expect(await page.locator(":focus").innerText()).toContain("Who may stop connecting");
    expect(page.url()).toContain("text=readings-store");
  });

  it("shows each edit as a diff, and where a finding without one is", async () => {
    const [excerpt, guard] = [
      { text: "connect({ rejectUnauthorized: insecure });", range: [10, 38] as const },
      "insecure",
    ];
    await openReport([
      finding,
      {
        ...finding,
        path: "b.js",
        grade: "manual",
        fixable: false,
        before: excerpt.text,
        after: undefined,
        edits: [],
        excerpt,
        guard,
      },
    ]);
    const [edit, place] = [cards().nth(0), cards().nth(1)];
    expect(await edit.locator("del").innerText()).toBe("- require('tls').connect({ secureProtocol: 'TLS_method' });");
    expect(await edit.locator("ins").innerText()).toBe("+ require('tls').connect({ minVersion: 'TLSv1.2' });");
    expect([await edit.locator("del mark").allInnerTexts(), await edit.locator("ins mark").allInnerTexts()]).toEqual([
      ["secureProtocol", "TLS_method"],
      ["minVersion", "TLSv1.2"],
    ]);
    expect([
      await place.locator("mark").innerText(),
      await place.getByText("It stands behind the condition").count(),
    ]).toEqual(["rejectUnauthorized: insecure", 1]);
  });

  it("says when it was made, and sets tests apart", async () => {
    await openReport([
      { ...finding, path: "test/a.js", test: true },
      { ...finding, path: "src/b.js", level: "note" },
    ]);
    expect(await page.locator("#facts").innerText()).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    expect(await page.locator("#findings > li").allInnerTexts()).toEqual([
      expect.stringContaining("src/b.js"),
      "In tests, fixtures and examples (1)",
      expect.stringMatching(/test\/a\.js[^]*in a test/),
    ]);
  });

  it("tells findings by who owns them", async () => {
    await openReport([
      { ...finding, owners: ["@team/tls", "someone@example.com"] },
      { ...finding, path: "src/b.js" },
    ]);
    expect(await bars("owner")).toEqual({ "@team/tls someone@example.com": 1, nobody: 1 });
    expect(await cards().first().locator(".chip").allInnerTexts()).toContain("owner @team/tls someone@example.com");
    await page.getByLabel("Owner", { exact: true }).selectOption("nobody");
    expect(await page.locator(".finding .place").allInnerTexts()).toEqual([expect.stringContaining("src/b.js")]);
    await openReport([finding]);
    expect([
      await page.getByLabel("Owner", { exact: true }).count(),
      await page.locator('[data-facet="owner"]').count(),
    ]).toEqual([0, 0]);
  });

  it("has links and buttons of 24 pixels to hit", async () => {
    await openReport([finding]);
    const sizes = await page
      .locator("button, .chips a, #contents a, select, input")
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => [width, height]),
      );
    expect(sizes.length).toBeGreaterThan(5);
    // what is hidden has no size
    expect(sizes.filter(([width, height]) => width! > 0 && (width! < 24 || height! < 24))).toEqual([]);
  });

  it("tells what fix has done from what is left", async () => {
    const { totals } = await openRun(createSampleFleet(), ["fix"]);
    expect(totals.findings.fixed).toBeGreaterThan(2);
    expect(await tiles()).toMatchObject({ fixed: totals.findings.fixed, open: totals.findings.new });
    await page.getByRole("button", { name: /^Fixed/ }).click();
    expect(await cards().count()).toBe(totals.findings.fixed);
    await page.getByRole("button", { name: /^For a person/ }).click();
    expect(await page.getByText("tls-codemod fix --ask would do this:").count()).toBeGreaterThan(1);
  });

  it("is dark where the system is, and by its button", async () => {
    await openReport([finding]);
    const light = await colorOf(page.locator("body"));
    await page.getByRole("button", { name: "Dark mode" }).click();
    const dark = await colorOf(page.locator("body"));
    expect(dark).not.toBe(light);
    await page.getByRole("button", { name: "Light mode" }).click();
    expect(await colorOf(page.locator("body"))).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    await openReport([finding]);
    expect([await colorOf(page.locator("body")), await page.locator("#theme").innerText()]).toEqual([
      dark,
      "Light mode",
    ]);
  });

  it("shows hostile paths and code as text", async () => {
    const { findings } = await openRun(createHostileFolder(), ["--fail-on", "none"]);
    await page.locator(".tile").first().click();
    expect(await cards().count()).toBe(findings.length);
    expect(await page.locator("img, iframe, object, embed, form").count()).toBe(0);
    const text = await page.locator("body").innerText();
    expect(text).toContain("</script><img src=x onerror=alert(1)>.js");
    expect(text).toContain("new\\nline\\r.js");
    expect(text).toContain("\\u202e");
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
  });

  it("makes characters visible that break or turn a line", async () => {
    const nasty = "a\u2028b\u2029c\u202ed\u2066e\u061cf<!--<script>g</script>";
    await openReport(
      [
        {
          ...finding,
          path: `${nasty}.js`,
          message: nasty,
          before: nasty,
          after: nasty.toUpperCase(),
          guard: nasty,
          reason: nasty,
        },
      ],
      { notes: [nasty], skipped: [{ path: nasty, reason: nasty }] },
    );
    const shown = "a\\u2028b\\u2029c\\u202ed\\u2066e\\u061cf<!--<script>g</script>";
    expect((await page.locator("body").innerText()).split(shown).length - 1).toBeGreaterThanOrEqual(7);
  });

  it("lets nothing be loaded, sent, or run that is not its own", async () => {
    await openReport([finding]);
    const outcome = await page.evaluate(async () => {
      const violations = new Set<string>();
      const bothAreTold = new Promise<void>((resolve) =>
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
          if (violations.add(effectiveDirective).size > 1) resolve();
        }),
      );
      const sent = await fetch("https://example.com/").then(
        () => "sent",
        () => "refused",
      );
      const place = document.createElement("p");
      const attempt = (act: () => void) => {
        try {
          act();
          return "done";
        } catch {
          return "refused";
        }
      };
      const handler = attempt(() => place.setAttribute("onclick", "document.title = 'ran'"));
      const markup = attempt(() => (place.innerHTML = "<b>made</b>"));
      await bothAreTold;
      return { sent, handler, markup, violations: [...violations].sort() };
    });
    expect(outcome).toEqual({
      sent: "refused",
      handler: "refused",
      markup: "refused",
      violations: ["connect-src", "require-trusted-types-for"],
    });
    expect(troubles.splice(0)).not.toContainEqual(expect.stringContaining("asks for"));
  });

  it("shows 20,000 findings in parts", async () => {
    await openReport(manyFindings(20_000));
    expect([await cards().count(), await count()]).toEqual([100, "20,000 of 20,000 findings"]);
    expect(await page.locator(".finding .level").first().innerText()).toBe("error");
    await page.getByRole("button", { name: "Show more (19,900 left)" }).click();
    expect(await cards().count()).toBe(200);
    await page.getByLabel("Search").fill("src/012345.js");
    expect(await page.locator(".finding .place code").allInnerTexts()).toEqual(["src/012345.js:1:26"]);
  });

  it("prints what is shown, and says what is not printed", async () => {
    await openReport(manyFindings(600));
    await page.pdf();
    expect(await cards().count()).toBe(500);
    const light = await colorOf(page.locator("body"));
    await page.getByRole("button", { name: "Dark mode" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await colorOf(page.locator("body"))).toBe(light);
    expect(await page.getByText("100 more are not printed.").isVisible()).toBe(true);
    expect(await page.locator("#filter").isVisible()).toBe(false);
  });

  it("says what is in it where scripts may not run", async () => {
    await page.close();
    page = await browser.newPage({ javaScriptEnabled: false });
    await openReport([finding]);
    expect(await page.locator("#waiting").innerText()).toMatch(
      /^1 open finding \(1 error, 0 warnings, 0 notes\) in 1 file\. /,
    );
  });

  it("works with the keyboard alone", async () => {
    await openFleet();
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("Skip to the findings");
    const stops = new Set<string>();
    for (let presses = 0; presses < 60 && !stops.has("filter-text"); presses++) {
      await page.keyboard.press("Tab");
      stops.add(
        await page
          .locator(":focus")
          .evaluate(
            (element) =>
              element.id ||
              element.getAttribute("data-bar") ||
              element.getAttribute("data-show") ||
              element.textContent!,
          ),
      );
    }
    expect([...stops]).toEqual(
      expect.arrayContaining(["theme", "open", "person", "rule:no-weak-cipher-suite", "grade:ask", "filter-text"]),
    );
    const bar = page.locator('[data-bar="level:warning"]');
    await bar.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(":focus").getAttribute("data-bar")).toBe("level:warning");
    expect(await bar.getAttribute("aria-pressed")).toBe("true");
  });

  it("names every control for screen readers", async () => {
    await openFleet();
    const nameless = await page
      .locator("input, select, button, [tabindex='0'], svg")
      .evaluateAll((all) =>
        all
          .filter(
            (element) =>
              !element.getAttribute("aria-label") &&
              !element.getAttribute("aria-labelledby") &&
              !element.getAttribute("aria-hidden") &&
              !document.querySelector(`label[for="${element.id}"]`) &&
              !element.textContent?.trim(),
          )
          .map((element) => element.outerHTML),
      );
    expect(nameless).toEqual([]);
    expect(await page.locator('[data-bar="level:error"]').innerText()).toMatch(/error/);
  });

  it.each([360, 768, 1280])("fits into %i px", async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await openFleet();
    expect(await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(
      true,
    );
  });

  it.runIf(process.env["UPDATE_IMAGES"])("has its picture taken", async () => {
    mkdirSync(images, { recursive: true });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await openFleet();
      await page.screenshot({ path: `${images}report-${colorScheme}.png` });
    }
  });
});
