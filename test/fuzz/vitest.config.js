import { defineConfig } from "vitest/config";
import workspace from "../../vitest.config.ts";

/** For `pnpm fuzz` alone; the bounded run is a test like the others. */
export default defineConfig({ ...workspace, test: { include: ["test/fuzz/long-run.ts"], testTimeout: 0 } });
