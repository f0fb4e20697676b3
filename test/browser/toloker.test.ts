import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { answersIn, makeOwnPool } from "../support/own-project.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { requestBehind } from "../support/request-behind.ts";

/** A project that asks one thing in words. */
const onlyText = {
  config: {
    view: {
      type: "field.text",
      label: "Kind of shoe",
      data: { type: "data.output", path: "kind" },
    },
  },
  input: { name: { type: "string", required: true } },
  output: { kind: { type: "string", required: false } },
  tasks: [{ input_values: { name: "first" } }],
};

const lesson = {
  input_values: { name: "lesson" },
  known_solutions: [{ output_values: { kind: "boots" } }],
  message_on_unknown_solution: "It covers the ankle",
  infinite_overlap: true,
};

const poolName = "Shoes for a Toloker";

describe("a pool's tasks, tried as a Toloker", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    await requestBehind(playground, poolName);
    await rita.page.getByRole("tab", { name: "Toloka" }).click();
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  /** Follows a link of the Toloka panel into its new tab. */
  const follow = async (words: string): Promise<Page> => {
    const [page] = await Promise.all([
      rita.page.context().waitForEvent("page"),
      rita.page
        .getByRole("region", { name: "Pools" })
        .getByRole("link", { name: new RegExp(`^${words}`) })
        .click(),
    ]);
    return page;
  };
  const tasks = (page: Page) => page.locator(".suite > li");
  const choose = (page: Page, task: number, label: string) =>
    tasks(page).nth(task).getByRole("radio", { name: label, exact: true }).check();

  test("before the approval: the preview shows what the project's page will be, and judges answers", async () => {
    const page = await follow("Preview the tasks");
    await page.getByRole("heading", { name: "Categories of shoes" }).waitFor();
    await tasks(page).nth(2).waitFor();
    expect(await tasks(page).count()).toBe(3);
    const width = () => page.evaluate<number>('document.querySelector(".suite img").naturalWidth');
    await expect.poll(width).toBe(320);
    await page.getByRole("button", { name: "Check the answers" }).click();
    await tasks(page).nth(2).getByText("required").waitFor();
    for (const task of [0, 1, 2]) await choose(page, task, "Sneakers");
    await page.getByRole("button", { name: "Check the answers" }).click();
    await page.getByText("These answers would be taken. Nothing was sent.").waitFor();
    await page.getByRole("tab", { name: "Work for real" }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("The pool has not been opened yet").waitFor();
    await page.getByRole("button", { name: "Instructions" }).click();
    await page.getByRole("dialog").getByText("images of different shoes").waitFor();
    await page.close();
  });

  test("the card's link to Toloka's page leads to the tasks here", async () => {
    const [page] = await Promise.all([
      rita.page.context().waitForEvent("page"),
      rita.message(poolName).getByRole("link", { name: "on Toloka's page" }).click(),
    ]);
    await page.getByRole("heading", { name: "Categories of shoes" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/toloker");
    await page.close();
  });

  test("an open pool hands out real suites: answered with the mouse, paid, and counted by the bot", async () => {
    await playground.slack.as("alan").press("Approve", { channel: "labelling" });
    await playground.slack.waitFor(
      async () => (await playground.toloka.state()).pools.some(({ status }) => status === "OPEN"),
      { timeoutMs: 45_000 },
    );
    const before = (await playground.toloka.charges()).balance;
    const page = await follow("Answer as a Toloker");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("timer").waitFor();
    await choose(page, 0, "Sneakers");
    await page.getByRole("button", { name: "Submit" }).click();
    await tasks(page).nth(1).getByText("required").waitFor();
    expect(await page.getByText("Some tasks are not ready").count()).toBe(1);
    await choose(page, 1, "Boots");
    await choose(page, 2, "Other");
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("Sent: $0.02 for this suite.").waitFor();
    await page.getByText("There is nothing left here for you").waitFor();
    const { balance, charges } = await playground.toloka.charges();
    expect(charges.at(-1)).toMatchObject({ kind: "PAYMENT", payment: 20_000 });
    expect(balance).toBe(before - 26_000);
    await page.close();
    const pools = rita.page.getByRole("region", { name: "Pools" });
    await pools.getByText("3 tasks and their answers").click();
    await pools.getByText("result: boots").waitFor();
    const operations = rita.page.getByRole("region", { name: "Operations" });
    await operations.getByText("POOL.OPEN", { exact: true }).waitFor();
    await rita.page
      .getByRole("region", { name: "Projects" })
      .getByText("Categories of shoes")
      .waitFor();
  });

  test("a teaching task answered wrongly says its hint, and is mended", async () => {
    const pool = await makeOwnPool(playground, {
      ...onlyText,
      tasks: [...onlyText.tasks, lesson],
      pool: {
        mixer_config: { real_tasks_count: 1, golden_tasks_count: 0, training_tasks_count: 1 },
      },
    });
    await playground.toloka.openOutside(pool);
    const page = await browser.open(`${playground.url}/toloker?pool=${pool}&mode=work`);
    const fields = page.getByLabel("Kind of shoe");
    await page.getByRole("button", { name: "Start" }).click();
    for (const task of [0, 1]) await fields.nth(task).fill("slippers");
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("It covers the ankle").waitFor();
    for (const task of [0, 1]) await fields.nth(task).fill("boots");
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("Sent: $0.02 for this suite.").waitFor();
    expect(await answersIn(playground, pool)).toEqual([[{ kind: "boots" }, { kind: "boots" }]]);
    await page.close();
  });

  test("answers that come after the time is over are told so, and nobody is paid", async () => {
    const { charges } = await playground.toloka.charges();
    const pool = await makeOwnPool(playground, onlyText);
    await playground.toloka.openOutside(pool);
    const page = await browser.open(`${playground.url}/toloker?pool=${pool}&mode=work`);
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByLabel("Kind of shoe").first().fill("boots");
    await playground.toloka.advance({ seconds: 601 });
    await page.getByText("The time is over").waitFor();
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("The time was over before the answers came").waitFor();
    expect((await playground.toloka.charges()).charges.length).toBe(charges.length);
    await page.close();
  });

  test("nothing was asked of the outside, and no page complained", () => {
    expect({ outside: browser.outside, complaints: browser.complaints }).toEqual({
      outside: [],
      complaints: [],
    });
  });
});
