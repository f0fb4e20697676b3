import { buildPage } from "../../playground/server/page-files.ts";
import { startPageServer } from "../../playground/server/page-server.ts";
import { type Browser, startBrowser } from "./browser.ts";

const nowhere = "http://127.0.0.1:9";

/** A browser, and the address of the gallery, which is served without a bot or stand-ins behind it. */
type GalleryPage = { readonly browser: Browser; readonly url: string; stop(): Promise<void> };

/** Builds and serves the page, and starts a browser in a theme. */
export const startGalleryPage = async (colorScheme: "light" | "dark"): Promise<GalleryPage> => {
  const files = await buildPage();
  const [server, browser] = await Promise.all([
    startPageServer({ slack: nowhere, toloka: nowhere, files }, 0),
    startBrowser({ colorScheme }),
  ]);
  return {
    browser,
    url: `${server.url}/gallery`,
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
};
