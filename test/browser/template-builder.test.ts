import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownTypes } from "../../playground/page/src/template-builder/component-types.ts";
import { type Browser, startBrowser } from "../support/browser.ts";
import { everyComponent } from "../support/every-component.ts";
import { answersIn, makeOwnPool } from "../support/own-project.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

describe("a project's Template Builder page", () => {
  let playground: Playground;
  let browser: Browser;
  let page: Page;
  let poolId: string;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    poolId = await makeOwnPool(playground, everyComponent);
    await playground.toloka.openOutside(poolId);
    page = await browser.open(`${playground.url}/toloker?pool=${poolId}&mode=work`);
    await page.getByRole("button", { name: "Start" }).click();
    await task(0).getByRole("heading", { name: /^Pair/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const task = (place: number): Locator => page.locator(".suite > li").nth(place);
  const says = (words: string) => page.getByText(words).first().waitFor();

  test("every view, layout and field of the reference is drawn, and none is broken", async () => {
    const used = new Set(JSON.stringify(everyComponent.config).match(/(?<="type":")[^"]+/g));
    const drawable = [...knownTypes].filter((type) => /^(view|layout|field)\./.test(type));
    expect(drawable.filter((type) => !used.has(type))).toEqual([]);
    expect(await page.locator(".tb-trouble").allInnerTexts()).toEqual([]);
    for (const words of ["Mind the heel", "inside the group", "on a phone"]) {
      await task(0).getByText(words).waitFor();
    }
    expect(await task(0).innerText()).not.toContain("not for Tolokers");
  });

  test("buttons, links and hidden parts work, and a link leads nowhere outside", async () => {
    await task(0).getByRole("button", { name: "Say hello" }).click();
    await says("Hello there");
    expect(await task(0).getByText("was hidden").isVisible()).toBe(false);
    await task(0).getByRole("button", { name: "More" }).click();
    await task(0).getByText("was hidden").waitFor();
    await task(0).getByText("The rules").click();
    await says("https://example.com/rules");
    expect(page.url()).toContain("/toloker");
  });

  test("instructions are words and plain elements; nothing of them runs", async () => {
    await page.getByRole("button", { name: "Instructions" }).click();
    const dialog = page.getByRole("dialog", { name: "Instructions" });
    await dialog.getByRole("heading", { name: "How" }).waitFor();
    expect(await dialog.innerText()).not.toContain("alert");
    await dialog.getByRole("button", { name: "Close" }).click();
  });

  test("one task after the other; a refusal brings its task to the front", async () => {
    await page.getByRole("button", { name: "Next task" }).click();
    expect(await task(1).isVisible()).toBe(true);
    expect(await task(0).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Submit" }).click();
    await task(0).getByText("This field is required.").first().waitFor();
    expect(await task(0).isVisible()).toBe(true);
  });

  test("keys answer the task in front, and a field shown by its condition is asked for", async () => {
    const checked = (label: string) =>
      task(0)
        .getByRole("radiogroup", { name: "Kind" })
        .getByRole("radio", { name: label })
        .isChecked();
    await page.keyboard.press("Escape");
    await page.getByRole("status").first().click();
    await page.keyboard.press("o");
    await expect.poll(() => checked("Other")).toBe(true);
    await task(0).getByLabel("What else").fill("Slippers");
    await task(0).getByLabel("Maker").pressSequentially("bob");
    expect(await checked("Other")).toBe(true);
    await task(0).getByLabel("Maker").blur();
    await page.keyboard.press("b");
    await expect.poll(() => checked("Boots")).toBe(true);
    expect(await task(0).getByLabel("What else").count()).toBe(0);
  });

  test("what is answered arrives as output values, field by field", async () => {
    const one = task(0);
    await one.getByRole("radiogroup", { name: "Again" }).getByText("Sneakers").click();
    await one.getByText("Only this").click();
    await one.getByLabel("It is worn").check();
    await one.getByRole("group", { name: "Colours" }).getByLabel("Boots").check();
    await one.getByLabel("Size").selectOption({ label: "Other" });
    await one.getByLabel("Words").fill("Two lines\nof words");
    await one.getByLabel("Price").fill("12.5");
    await one.getByLabel("Mail").fill("ann@example.com");
    await one.getByLabel("Phone").fill("+15551234567");
    await one.getByLabel("Day").fill("2026-02-03");
    const bill = { name: "bill.txt", mimeType: "text/plain", buffer: Buffer.from("paid") };
    await one.locator('.tb-field:has-text("Bill") input[type=file]').first().setInputFiles(bill);
    await one.getByText("bill.txt").waitFor();
    await one.getByRole("button", { name: "Add a defect" }).click();
    await one.getByLabel("Where").fill("left heel");
    await one.getByLabel("Two of them").check();
    await one.getByLabel("Latitude").fill("53.5");
    await one.getByLabel("Longitude").fill("27.5");
    await page.getByRole("button", { name: "Next task" }).click();
    const two = task(1);
    await two.getByRole("radiogroup", { name: "Kind" }).getByLabel("Sneakers").check();
    await two.getByLabel("Maker").fill("Ann");
    await page.getByRole("button", { name: "Submit" }).click();
    await says("Sent: $0.02 for this suite.");
    const [first, second] = (await answersIn(playground, poolId))[0] ?? [];
    expect(first).toEqual({
      kind: "boots",
      again: "sneakers",
      only: "this",
      worn: true,
      colours: { boots: true },
      size: "other",
      maker: "bob",
      words: "Two lines\nof words",
      price: 12.5,
      mail: "ann@example.com",
      phone: "+15551234567",
      day: "2026-02-03",
      bill: expect.stringMatching(/.+/),
      defects: [{ at: "left heel" }],
      quiz: expect.any(Object),
      found: "53.5,27.5",
      // A hidden field keeps what was typed, as in Toloka: only a trigger of the config clears it.
      else: "Slippers",
    });
    expect(second).toEqual({ kind: "sneakers", maker: "Ann" });
  });

  test("a narrow window needs no scrolling sideways", async () => {
    const url = `${playground.url}/toloker?pool=${poolId}`;
    const narrow = await browser.open(url, { width: 360, height: 740 });
    await narrow.locator(".suite > li").first().getByRole("heading", { name: /^Pair/ }).waitFor();
    const tooWide = await narrow.evaluate<number>(
      '(() => { const page = document.querySelector(".toloker"); return page.scrollWidth - page.clientWidth; })()',
    );
    expect(tooWide).toBe(0);
    await narrow.close();
  });

  test("nothing was asked of the outside, and no page complained", () => {
    expect({ outside: browser.outside, complaints: browser.complaints }).toEqual({
      outside: [],
      complaints: [],
    });
  });
});
