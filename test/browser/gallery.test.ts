import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gallery } from "../../playground/gallery/gallery.ts";
import { startGalleryPage } from "../support/gallery-page.ts";
import { differsFrom, pictureFolder } from "../support/picture.ts";

const width = 720;
/** An hour before the samples' Friday, so that dates read the same for ever. */
const now = Date.UTC(2026, 10, 27, 15);
const themes = ["light", "dark"] as const;
const titles = gallery().map(({ title }) => title);
const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/-$/, "");

/** One section at a time, in typefaces that are the same on every machine, without motion. */
const style = `
  :root { --font: "Liberation Sans" !important; --mono: "Liberation Mono" !important; }
  /* Each release of the browser draws the corner of a text area in another way. */
  textarea { resize: none !important; }
  * { animation: none !important; transition: none !important; caret-color: transparent !important; }
  .gallery { min-height: 0; padding: 16px; }
  .gallery > * { display: none !important; }
  .gallery > section[data-shown] { display: block !important; }
`;

/** True when both typefaces are there: then they are not as wide as what stands in for them. */
const hasFonts = `(() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const widthIn = (font) => {
    canvas.font = "72px " + font;
    return canvas.measureText("MMWWiillmm@@").width;
  };
  return ["Sans", "Mono"].every((face) =>
    widthIn("'Liberation " + face + "', monospace") !== widthIn("monospace") ||
    widthIn("'Liberation " + face + "', serif") !== widthIn("serif"));
})()`;

/** Emoji are drawn in typefaces of which each machine has another one. */
const withoutEmoji = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.textContent = text.textContent.replace(/\\p{Emoji_Presentation}/gu, "□");
  }
})()`;

/** Shows one section; its height in pixels. */
const showing = (title: string): string => `(() => {
  for (const section of document.querySelectorAll(".gallery > section")) {
    const isWanted = section.querySelector("h2").textContent === ${JSON.stringify(title)};
    section.toggleAttribute("data-shown", isWanted);
  }
  return Math.ceil(document.querySelector(".gallery").getBoundingClientRect().height);
})()`;

describe.each(themes)("the gallery in %s", (theme) => {
  let place: Awaited<ReturnType<typeof startGalleryPage>>;
  let page: Page;
  beforeAll(async () => {
    place = await startGalleryPage(theme);
    page = await place.browser.open("about:blank", { width, height: 900 });
    await page.clock.setFixedTime(now);
    await page.goto(place.url);
    await page.getByRole("heading", { name: "Gallery" }).waitFor();
    if (!(await page.evaluate<boolean>(hasFonts))) {
      throw new Error(
        "The pictures were taken in Liberation Sans and Mono: install Debian's fonts-liberation",
      );
    }
    await page.evaluate(withoutEmoji);
    await page.addStyleTag({ content: style });
  });
  afterAll(() => place.stop());

  test("leaves no block and no element undrawn", async () => {
    expect(await page.locator(".not-drawn").allTextContents()).toEqual([]);
    expect(place.browser.complaints).toEqual([]);
  });

  test.each(titles)("looks as it did: %s", async (title) => {
    const height = await page.evaluate<number>(showing(title));
    await page.setViewportSize({ width, height });
    expect(differsFrom(`${nameOf(title)}.${theme}`, await page.screenshot())).toBeNull();
  });
});

test("no picture is kept of what the gallery does not have", () => {
  const wanted = titles.flatMap((title) => themes.map((theme) => `${nameOf(title)}.${theme}.png`));
  expect(readdirSync(pictureFolder).sort()).toEqual(wanted.sort());
});
