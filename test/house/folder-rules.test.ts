import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;

/** Folder -> what a file in it may import, and what it may not. */
const arrows: {
  readonly [folder: string]: {
    readonly may: readonly string[];
    readonly mayNot: readonly string[];
  };
} = {
  "src/domain": {
    may: ["src/domain/other.ts"],
    mayNot: [
      "src/use-cases/ports.ts",
      "src/slack/app.ts",
      "src/toloka/client.ts",
      "src/storage/runs.ts",
      "blocks/ids.ts",
      "axios",
      "@slack/bolt",
      "kysely",
    ],
  },
  "src/use-cases": {
    may: ["src/domain/other.ts"],
    mayNot: [
      "src/slack/app.ts",
      "src/toloka/client.ts",
      "src/storage/runs.ts",
      "src/jobs/queues.ts",
      "src/files/sheet-reader.ts",
      "blocks/ids.ts",
      "axios",
      "kysely",
      "@slack/web-api",
    ],
  },
  "src/toloka": {
    may: ["src/domain/other.ts", "src/use-cases/ports.ts", "axios"],
    mayNot: [
      "src/use-cases/vote.ts",
      "src/slack/app.ts",
      "src/storage/runs.ts",
      "blocks/ids.ts",
      "emulators/toloka/clock.ts",
      "kysely",
      "@slack/bolt",
    ],
  },
  "src/storage": {
    may: ["src/domain/other.ts", "src/use-cases/ports.ts", "kysely"],
    mayNot: ["src/use-cases/vote.ts", "src/slack/app.ts", "src/toloka/client.ts", "axios"],
  },
  "src/files": {
    may: ["src/domain/other.ts", "src/use-cases/ports.ts", "csv-parse"],
    mayNot: ["src/use-cases/vote.ts", "src/slack/app.ts", "src/storage/runs.ts", "axios"],
  },
  "src/jobs": {
    may: ["src/use-cases/vote.ts", "src/domain/other.ts", "pg-boss"],
    mayNot: ["src/slack/app.ts", "src/toloka/client.ts", "src/storage/runs.ts", "blocks/ids.ts"],
  },
  "src/watcher": {
    may: ["src/use-cases/vote.ts", "src/domain/other.ts", "node-cron"],
    mayNot: [
      "src/slack/app.ts",
      "src/toloka/client.ts",
      "src/storage/runs.ts",
      "src/jobs/queues.ts",
    ],
  },
  "src/health": {
    may: ["src/domain/other.ts", "prom-client"],
    mayNot: [
      "src/use-cases/ports.ts",
      "src/slack/app.ts",
      "src/toloka/client.ts",
      "src/storage/runs.ts",
      "blocks/ids.ts",
      "axios",
    ],
  },
  "src/slack": {
    may: ["src/use-cases/vote.ts", "src/domain/other.ts", "blocks/ids.ts", "@slack/bolt"],
    mayNot: [
      "src/toloka/client.ts",
      "src/storage/runs.ts",
      "src/jobs/queues.ts",
      "kysely",
      "axios",
    ],
  },
  blocks: {
    may: ["src/domain/other.ts"],
    mayNot: [
      "src/use-cases/ports.ts",
      "src/slack/app.ts",
      "src/storage/runs.ts",
      "emulators/slack/json.ts",
      "axios",
    ],
  },
  "emulators/toloka": {
    may: ["hono"],
    mayNot: [
      "src/domain/other.ts",
      "src/toloka/client.ts",
      "blocks/ids.ts",
      "emulators/slack/json.ts",
    ],
  },
  "emulators/slack": {
    may: ["hono"],
    mayNot: [
      "src/domain/other.ts",
      "src/slack/app.ts",
      "blocks/ids.ts",
      "emulators/toloka/clock.ts",
    ],
  },
  playground: {
    may: ["emulators/slack/json.ts"],
    mayNot: ["src/main.ts", "src/domain/other.ts", "blocks/ids.ts"],
  },
  "playground/gallery": {
    may: ["emulators/slack/json.ts", "blocks/ids.ts", "src/domain/other.ts"],
    mayNot: ["src/main.ts", "src/slack/app.ts", "src/use-cases/ports.ts", "test/support/forms.ts"],
  },
};

const imports = (folder: string, target: string): string => {
  if (!target.endsWith(".ts")) return target;
  const path = relative(folder, target);
  return path.startsWith(".") ? path : `./${path}`;
};

describe("the direction of imports", () => {
  let house = "";
  let complaints = "";
  const probe = (folder: string, index: number): string => `${folder}/probe-${index}.ts`;

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), "lifeguard-house-"));
    copyFileSync(join(root, "biome.json"), join(house, "biome.json"));
    copyFileSync(join(root, "package.json"), join(house, "package.json"));
    symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
    for (const [folder, { may, mayNot }] of Object.entries(arrows)) {
      for (const [index, target] of [...may, ...mayNot].entries()) {
        const file = join(house, probe(folder, index));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(
          file,
          `import * as probed from "${imports(folder, target)}";\n\nexport const probe = probed;\n`,
        );
      }
    }
    // Two files that import each other.
    writeFileSync(
      join(house, "src/domain/one.ts"),
      'import { two } from "./two.ts";\n\nexport const one = two;\n',
    );
    writeFileSync(
      join(house, "src/domain/two.ts"),
      'import { one } from "./one.ts";\n\nexport const two = one;\n',
    );
    try {
      execFileSync(
        join(root, "node_modules/.bin/biome"),
        ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none", "."],
        { cwd: house, encoding: "utf8", stdio: "pipe" },
      );
    } catch (error) {
      complaints = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    }
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  const refuses = (file: string, rule: string): boolean =>
    complaints.split("\n").some((line) => line.includes(file) && line.includes(rule));

  test.each(Object.entries(arrows))(
    "%s may import what the design draws and nothing else",
    (folder, { may, mayNot }) => {
      const judged = [...may, ...mayNot].map((target, index) => ({
        target,
        refused: refuses(probe(folder, index), "noRestrictedImports"),
      }));
      expect(judged).toEqual([
        ...may.map((target) => ({ target, refused: false })),
        ...mayNot.map((target) => ({ target, refused: true })),
      ]);
    },
  );

  test("files that import each other are refused", () => {
    expect(refuses("src/domain/one.ts", "noImportCycles")).toBe(true);
  });
});
