import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { coarse, indexedPng, type Pixels } from "./indexed-png.ts";

/** Where the pictures are kept, and where those that differ are written for whoever looks. */
export const pictureFolder: string = fileURLToPath(new URL("../pictures/gallery", import.meta.url));
const reportFolder = fileURLToPath(new URL("../../reports/gallery", import.meta.url));

const again = "UPDATE_PICTURES=1 npx vitest run --project browser gallery";

/** So many pixels may differ, by more than shades that nobody sees. */
const tolerance = 30;

const isUpdate = process.env.UPDATE_PICTURES === "1";

const report = (name: string, content: Buffer): string => {
  mkdirSync(reportFolder, { recursive: true });
  const path = join(reportFolder, `${name}.png`);
  writeFileSync(path, content);
  return path;
};

const difference = (name: string, kept: Pixels, seen: Pixels): string | null => {
  if (kept.data.equals(seen.data) && kept.width === seen.width) return null;
  const actual = () => report(`${name}.actual`, indexedPng(seen));
  if (kept.width !== seen.width || kept.height !== seen.height) {
    const sizes = [kept, seen].map(({ width, height }) => `${width} x ${height}`);
    return `${name} was ${sizes[0]} pixels and is ${sizes[1]}: see ${actual()}`;
  }
  const { width, height } = seen;
  const diff = new PNG({ width, height });
  const count = pixelmatch(kept.data, seen.data, diff.data, width, height, { threshold: 0.1 });
  if (count <= tolerance) return null;
  const shown = report(`${name}.diff`, PNG.sync.write(diff));
  return `${name} differs in ${count} pixels: see ${actual()} and ${shown}`;
};

/**
 * Compares a screenshot, as a PNG, with the picture that is kept under a name. Null when nobody would see a
 * difference; else what differs and where to look. With `UPDATE_PICTURES=1` the kept one is replaced.
 */
export const differsFrom = (name: string, screenshot: Buffer): string | null => {
  const seen = coarse(PNG.sync.read(screenshot));
  const path = join(pictureFolder, `${name}.png`);
  const kept = existsSync(path) ? PNG.sync.read(readFileSync(path)) : null;
  const differs = kept === null ? `${name} has no picture yet` : difference(name, kept, seen);
  if (differs === null) return null;
  if (!isUpdate) return `${differs}; if it is meant: ${again}`;
  mkdirSync(pictureFolder, { recursive: true });
  writeFileSync(path, indexedPng(seen));
  return null;
};
