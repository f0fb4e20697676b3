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

  test("a data table is sorted by the headings of its columns, a page at a time", async () => {
    const table = exhibit("data_table");
    const pools = () => table.locator("tbody th").allInnerTexts();
    const sent = ["Boots", "Sandals", "Sneakers", "Clogs", "Slippers"];
    expect(await pools()).toEqual(sent);
    const heading = table.getByRole("columnheader", { name: "Tasks" });
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect(await pools()).toEqual(["Slippers", "Boots", "Sneakers", "Loafers", "Sandals"]);
    await heading.getByRole("button").press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const next = table.getByRole("button", { name: "Next" });
    await next.click();
    expect(await pools()).toEqual(["Boots", "Slippers"]);
    expect(await table.getByRole("status").innerText()).toBe("6–7 of 7");
    expect(await next.isDisabled()).toBe(true);
    await heading.getByRole("button").click();
    expect(await pools()).toEqual(sent);
    await table.getByRole("columnheader", { name: "Pool" }).getByRole("button").click();
    expect((await pools())[0]).toBe("Boots");
    expect((await pools())[1]).toBe("Clogs");
  });

  test("a carousel is moved by its buttons and by the arrow keys", async () => {
    const carousel = exhibit("carousel");
    const isInSight = (title: string) =>
      page.evaluate<boolean>(`(() => {
        const card = [...document.querySelectorAll(".carousel-card")]
          .find((each) => each.textContent === "${title}");
        const [at, row] = [card, card.parentElement].map((each) => each.getBoundingClientRect());
        return at.left >= row.left - 1 && at.right <= row.right + 1;
      })()`);
    const [previous, next] = ["Previous card", "Next card"].map((name) =>
      carousel.getByRole("button", { name }),
    );
    expect(await isInSight("One")).toBe(true);
    expect(await previous?.count()).toBe(0);
    await next?.click();
    await expect.poll(() => isInSight("One")).toBe(false);
    await carousel.getByRole("list", { name: /^5 cards/ }).focus();
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => previous?.count()).toBe(1);
    }
    await expect.poll(() => isInSight("Five")).toBe(true);
    await expect.poll(() => next?.count()).toBe(0);
    await previous?.click();
    await expect.poll(() => isInSight("Five")).toBe(false);
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => isInSight("One")).toBe(true);
  });
});
