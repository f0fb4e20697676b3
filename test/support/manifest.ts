import { readFileSync } from "node:fs";

/** The manifest as shipped. */
export const manifestText = (): string =>
  readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8");
