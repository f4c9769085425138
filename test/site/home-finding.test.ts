import { expect, it } from "vitest";
import { createFolder } from "../../codemods/test/harness/folder.js";
import { run } from "../../codemods/test/harness/run.js";
import { finding } from "../../docs/site/.vitepress/theme/home-finding.js";

it("the home page shows what the command line prints", async () => {
  const folder = createFolder({ [finding.file]: finding.source });
  const check = (await run(folder, [finding.file])).stdout;
  const said = `  ${finding.place.padEnd(6)} ${finding.level}  ${finding.rule}  \`${finding.option}\` ${finding.message}`;
  for (const part of [said, `- ${finding.before}\n`, `+ ${finding.after}\n`]) expect(check).toContain(part);
  const explained = (await run(folder, ["explain", `${finding.file}:3`])).stdout;
  for (const { name, offers } of [...finding.releases, finding.edited])
    expect(explained).toMatch(
      new RegExp(String.raw`^ {4}${name.replaceAll(/[+.]/g, String.raw`\$&`)} +offers ${offers}(?: \(|$)`, "m"),
    );
});
