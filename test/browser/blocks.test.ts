import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGalleryPage } from "../support/gallery-page.ts";

describe("blocks that do more than stand there", () => {
  let place: Awaited<ReturnType<typeof startGalleryPage>>;
  let page: Page;
  beforeAll(async () => {
    place = await startGalleryPage("light");
    page = await place.browser.open(place.url, { width: 500, height: 900 });
    await page.getByRole("heading", { name: "Gallery" }).waitFor();
  });
  afterAll(() => place.stop());

  const exhibit = (name: string): Locator =>
    page
      .locator("article.exhibit")
      .filter({ has: page.getByRole("heading", { name, exact: true }) });

  test("a markdown block has all of Markdown that Slack draws, and HTML stays text", async () => {
    const drawn = exhibit("markdown").locator(".markdown");
    const texts = (selector: string) => drawn.locator(selector).allInnerTexts();
    expect(await texts("h4")).toEqual(["Markdown 🎉", "A smaller heading"]);
    expect(await texts("p strong em, p em strong")).toEqual(["both"]);
    expect(await texts("s")).toEqual(["struck"]);
    expect(await texts("p code")).toEqual(["code"]);
    expect(await texts(".mention")).toEqual(["@rita"]);
    expect(await texts("ol > li > ul > li > ul > li")).toEqual(["deep"]);
    expect(await drawn.getByRole("img", { name: "Done" }).count()).toBe(1);
    expect(await drawn.getByRole("img", { name: "To do" }).count()).toBe(1);
    expect(await texts("blockquote li")).toEqual(["with a list"]);
    expect(await texts("pre")).toEqual(["if (a < b) {\n  open();\n}"]);
    expect(await texts("tbody td:nth-child(2)")).toEqual(["0.04", "12.5"]);
    expect(await drawn.locator("hr").count()).toBe(1);
    expect(await texts("a")).toEqual(["link", "A red shoe"]);
    expect(await drawn.getByText("<b>no HTML</b>").count()).toBe(1);
    expect(await drawn.locator("b, img").count()).toBe(0);
  });
});
