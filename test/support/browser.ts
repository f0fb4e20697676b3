import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Debian's package puts the browser, unless `CHROMIUM` names another. */
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-lcd-text",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with one profile, and the addresses its pages asked for. */
export type Browser = {
  /** A new window, as wide as a laptop's unless told otherwise; the zone is UTC. */
  open(url: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** Addresses outside this machine that a page asked for. */
  readonly outside: readonly string[];
  /** What pages complained about: uncaught errors and console errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

const isHere = (url: string): boolean =>
  /^(?:https?:\/\/(?:localhost|127\.0\.0\.1)[:/]|data:|blob:|about:)/.test(url);

/** Starts Chromium without a window. Throws, naming the package to install, where there is none. */
export const startBrowser = async (
  look: { readonly colorScheme?: "light" | "dark" } = {},
): Promise<Browser> => {
  if (!existsSync(browserPath)) {
    throw new Error(
      `There is no browser at ${browserPath}: install Debian's chromium or set CHROMIUM`,
    );
  }
  const profile = mkdtempSync(join(tmpdir(), "lifeguard-browser-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: true,
    args: flags,
    timezoneId: "UTC",
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    ...look,
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!isHere(request.url())) outside.push(request.url());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return {
    async open(url, size) {
      const page = await context.newPage();
      if (size !== undefined) await page.setViewportSize(size);
      await page.goto(url);
      return page;
    },
    outside,
    complaints,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
