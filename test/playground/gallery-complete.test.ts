import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Exported functions of blocks/ that draw nothing. */
const noDrawings: Readonly<Record<string, string>> = {
  "blocks/csv.ts#csvLine": "a line of a file",
  "blocks/problems-file.ts#problemLine": "a line of a file",
  "blocks/problems-file.ts#problemsHeader": "a line of a file",
  "blocks/results-files.ts#resultsFileName": "the name of a file",
  "blocks/results-files.ts#resultsText": "a file",
};

/** Files whose branches need foreign text and damaged answers, which have tests of their own. */
const noBranches: Readonly<Record<string, string>> = {
  "blocks/text.ts": "keeps foreign text harmless: test/blocks/text.test.ts",
  "blocks/times.ts": "dates that cannot be told: test/blocks/hostile.test.ts",
  "blocks/csv.ts": "a line of a file",
  "blocks/problems-file.ts": "a file",
  "blocks/results-files.ts": "a file",
};

/** What no call can reach: the types cannot say that something earlier has taken the case. */
const outOfReach: readonly string[] = [
  "blocks/ids.ts ?? blockId",
  "blocks/run-summary.ts ?? 0",
  "blocks/run-summary.ts ?? {}",
];

const range = z.object({ startOffset: z.number(), endOffset: z.number(), count: z.number() });
const coverage = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(z.object({ functionName: z.string(), ranges: z.array(range) })),
    }),
  ),
});
type Script = z.infer<typeof coverage>["result"][number];

const files = readdirSync(join(root, "blocks"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `blocks/${path}`)
  .sort();

const folder = mkdtempSync(join(tmpdir(), "lifeguard-gallery-"));
const scripts = new Map<string, Script>();

/** Draws the gallery in a process of its own that counts which functions and branches ran. */
beforeAll(async () => {
  const address = pathToFileURL(join(root, "playground/gallery/gallery.ts")).href;
  const draw = `const { gallery } = await import(${JSON.stringify(address)}); gallery();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", draw], {
    cwd: root,
    env: { ...process.env, NODE_V8_COVERAGE: folder },
  });
  for (const name of readdirSync(folder)) {
    const { result } = coverage.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
    for (const script of result) scripts.set(script.url, script);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scriptOf = (file: string): Script | undefined =>
  scripts.get(pathToFileURL(join(root, file)).href);

const exportedFunctions = async (file: string): Promise<string[]> => {
  const module: Readonly<Record<string, unknown>> = await import(join(root, file));
  return Object.keys(module).filter((name) => typeof module[name] === "function");
};

const ran = (file: string, name: string): boolean =>
  (scriptOf(file)?.functions ?? []).some(
    ({ functionName, ranges }) => functionName === name && (ranges[0]?.count ?? 0) > 0,
  );

test("every function that blocks/ exports is used by the gallery", async () => {
  const unused: string[] = [];
  for (const file of files) {
    for (const name of await exportedFunctions(file)) {
      if (!ran(file, name)) unused.push(`${file}#${name}`);
    }
  }
  expect(unused.sort()).toEqual(Object.keys(noDrawings));
});

/** Pieces of a file that never ran; brackets left over after a `return` do not count. */
const neverRan = (file: string): string[] => {
  const source = readFileSync(join(root, file), "utf8");
  const ranges = (scriptOf(file)?.functions ?? []).flatMap((each) => each.ranges);
  return ranges
    .filter(({ count }) => count === 0)
    .map(({ startOffset, endOffset }) => source.slice(startOffset, endOffset))
    .filter((text) => /[^\s{}()[\];,]/.test(text))
    .map((text) => `${file} ${text.replace(/\s+/g, " ").trim().slice(0, 80)}`);
};

test("every state that the functions of blocks/ tell apart is in the gallery", () => {
  const drawn = files.filter((file) => scriptOf(file) !== undefined && !(file in noBranches));
  expect(drawn.length).toBeGreaterThan(30);
  expect(drawn.flatMap(neverRan)).toEqual(outOfReach);
});
