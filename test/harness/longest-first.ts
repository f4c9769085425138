import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Test files that take more than five seconds of the processor, the longest first. Vitest knows how long files took only where they have run before,
 * and a long one that begins last leaves the other cores idle.
 */
const longest: readonly string[] = [
  "test/scaffold/contributing",
  "test/site/site",
  "test/corpus/corpus",
  "test/hosts/hosts",
  "test/fuzz/fuzz",
  "test/packaging/install",
  "test/oracle/clients",
  "test/oracle/python/clients",
  "test/hosts/oxlint-parity",
  "test/examples/shards",
  "test/packaging/first-hour",
  "test/bounds/growth",
  "test/handshake/mended-cases",
  "test/site/guides",
  "test/types/eslint",
  "test/packaging/first-command",
  "codemods/test/process/faults",
  "codemods/test/process/resume",
  "codemods/test/merge/shard-property",
  "codemods/test/hostile/endless-files",
  "codemods/test/hostile/planted-types",
  "codemods/test/process/two-at-a-time",
  "codemods/test/c/c-rules",
  "codemods/test/python/python-rules",
  "codemods/test/cli/types",
  "codemods/test/cli/check-is-fix",
  "codemods/test/hostile/large-repositories",
  "codemods/test/hostile/planted-programs",
  "codemods/test/cli/merge",
];

/** Projects stay together, because files of one share their modules; those with long files begin. */
const projects: readonly string[] = ["system", "program", "packages"];

/** Begins with what takes longest. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rank = ({ project, moduleId }: TestSpecification): number => {
      const path = relative(this.ctx.config.root, moduleId).replaceAll("\\", "/");
      const index = longest.findIndex((start) => path.startsWith(start));
      return projects.indexOf(project.name) * 1000 + (index < 0 ? longest.length : index);
    };
    return others.sort((a, b) => rank(a) - rank(b));
  }
}
