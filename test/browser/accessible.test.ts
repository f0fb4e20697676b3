import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seriousFaults } from "../support/accessible.ts";
import { type Browser, startBrowser } from "../support/browser.ts";
import { everyComponent } from "../support/every-component.ts";
import { makeOwnPool } from "../support/own-project.ts";
import { pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { requestBehind } from "../support/request-behind.ts";

describe.each(["light", "dark"] as const)("the page in %s", (colorScheme) => {
  let playground: Playground;
  let browser: Browser;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser({ colorScheme })]);
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  test("has no serious fault for people who use it without eyes or mouse", async () => {
    const rita = await pagePerson(browser, playground.url, "rita");
    await rita.type("Hello, everybody");
    const hello = rita.message("Hello, everybody");
    await hello.hover();
    await hello.getByRole("button", { name: "Reply in thread" }).click();
    const thread = rita.page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("textbox", { name: "Reply" }).waitFor();
    await rita.page
      .getByLabel("Attach a file")
      .first()
      .setInputFiles("playground/samples/shoes.csv");
    await rita.page.getByRole("link", { name: "Download shoes.csv" }).waitFor();
    await rita.type("/toloka help");
    await rita.page.getByText("Only visible to you").first().waitFor();
    expect(await seriousFaults(rita.page)).toEqual([]);
    await rita.page.getByRole("tab", { name: "Toloka" }).click();
    await rita.page.getByRole("heading", { name: "Crowd" }).waitFor();
    expect(await seriousFaults(rita.page)).toEqual([]);
    await rita.type("/toloka new project");
    await rita.form.waitFor();
    await rita.form.locator(".label", { hasText: "View (JSON)" }).waitFor();
    expect(await seriousFaults(rita.page)).toEqual([]);
  });

  test("has none on the app's Home, with a run that waits", async () => {
    const alan = await pagePerson(browser, playground.url, "alan");
    await requestBehind(playground, "Read by everybody");
    await alan.page.getByRole("button", { name: /lifeguard/ }).click();
    await alan.page.getByRole("tab", { name: "Home" }).click();
    await alan.page.getByText("Waiting for you (1)").waitFor();
    expect(await seriousFaults(alan.page)).toEqual([]);
  });

  test("has none on a project's page as a Toloker sees it, with what is wrong at each field", async () => {
    const pool = await makeOwnPool(playground, everyComponent);
    const page = await browser.open(`${playground.url}/toloker?pool=${pool}`);
    await page.getByRole("button", { name: "Check the answers" }).click();
    await page.getByText("This field is required.").first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test("has none in the gallery, which draws everything the bot can say", async () => {
    const page = await browser.open(`${playground.url}/gallery`);
    await page.getByRole("heading", { name: "Gallery" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
