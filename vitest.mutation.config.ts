import { defineConfig } from "vitest/config";

/** The tests that hold the modules of `npm run mutation`: pure, fast, no process and no database. */
export default defineConfig({
  test: {
    include: [
      "test/domain/{approval,approval-words,canonical,cost,eligibility,expiry,money,plan-hash,pool-diff,run,small-words,task-digest}.test.ts",
      "test/blocks/{hostile,text}.test.ts",
    ],
    expect: { requireAssertions: true },
  },
});
