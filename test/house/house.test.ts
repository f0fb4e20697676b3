import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settings } from "../../src/settings.ts";

const root = new URL("../..", import.meta.url).pathname;
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");

/** The files of the repository, tracked or about to be. */
const files = (): readonly string[] =>
  execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx", "*.css"],
    { cwd: root, encoding: "utf8" },
  )
    .split("\n")
    .filter((path) => path !== "");

/** Lines of each file that still exists. */
const sizes = (): readonly { readonly path: string; readonly lines: number }[] =>
  files().flatMap((path) => {
    try {
      return [{ path, lines: read(path).split("\n").length - 1 }];
    } catch {
      return [];
    }
  });

describe("the house", () => {
  test("no file is longer than 300 lines, and half of them have at most 80", () => {
    const all = sizes();
    expect(all.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = all.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test("the README's table of settings is the schema's", () => {
    const rows = read("README.md")
      .split("\n")
      .flatMap((line) => {
        const match = /^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/.exec(line);
        return match === null ? [] : [{ name: match[1], meaning: match[2], default: match[3] }];
      });
    expect(rows).toEqual(
      settings.map(({ name, meaning, default: byDefault }) => ({
        name,
        meaning,
        default: byDefault === null ? "-" : `\`${byDefault}\``,
      })),
    );
  });

  test("the bot's own code silences no check", () => {
    const found = files()
      .filter((path) => /^(src|blocks)\//.test(path))
      .flatMap((path) => {
        const text = read(path);
        const hits =
          text.match(/\bas any\b|<any>|biome-ignore|@ts-(?:ignore|expect-error|nocheck)/g) ?? [];
        return hits.map((hit) => `${path}: ${hit}`);
      });
    expect(found).toEqual([]);
  });
});
