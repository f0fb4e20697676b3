import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shoesFile, shoesProject } from "../../playground/tour/answers.ts";
import { startBrowser } from "../support/browser.ts";
import { poolAnswers } from "../support/forms.ts";
import { pagePerson } from "../support/page-person.ts";
import { startPlayground } from "../support/playground.ts";

/** Takes the pictures of docs/playground.md from a run that is made for them: `npm run pictures`. */
const folder = fileURLToPath(new URL("../../docs/pictures", import.meta.url));
mkdirSync(folder, { recursive: true });

const playground = await startPlayground();
const browser = await startBrowser();
try {
  const rita = playground.slack.as("rita");
  const until = (look: () => Promise<unknown>) =>
    playground.slack.waitFor(async () => ((await look()) ? true : null), { timeoutMs: 30_000 });
  const formTitled = (title: string) => until(async () => (await rita.modal())?.title === title);
  await rita.command("labelling", "/toloka new run");
  await formTitled("New run");
  await rita.submit();
  await formTitled("New run: project");
  await rita.fill(shoesProject);
  await rita.submit();
  await formTitled("New run: pool");
  await rita.fill(await poolAnswers(rita, "Shoes, batch 1"));
  const window = await pagePerson(browser, playground.url, "rita");
  const picture = async (name: string): Promise<void> => {
    await window.page.waitForTimeout(1_500);
    await window.page.screenshot({ path: `${folder}/${name}.png` });
  };
  await picture("form");
  await rita.submit();
  await formTitled("New run: tasks");
  await rita.fill({ File: [await rita.uploadFile("shoes.csv", shoesFile)] });
  await rita.submit();
  await until(async () => (await rita.modal())?.text.includes("All rows are good"));
  await rita.submit();
  await formTitled("New run: review");
  await rita.fill({ Reason: "First batch of shoes for the new model" });
  await rita.submit();
  const card = window.message("Shoes, batch 1");
  await card.getByRole("button", { name: "Approve", exact: true }).waitFor();
  await picture("request");
  await playground.slack.as("alan").press("Approve", { channel: "labelling" });
  await until(async () =>
    (await playground.toloka.state()).pools.some(({ status }) => status === "OPEN"),
  );
  await card.getByRole("button", { name: /repl/ }).click();
  await window.page.getByRole("tab", { name: "Toloka" }).click();
  await picture("open");
  const pool = (await playground.toloka.state()).pools.at(-1)?.id ?? "";
  const tasks = await browser.open(`${playground.url}/toloker?pool=${pool}&mode=work`);
  await tasks.getByRole("button", { name: "Start" }).click();
  await tasks.getByRole("radio", { name: "Boots" }).first().check();
  await tasks.screenshot({ path: `${folder}/toloker.png` });
} finally {
  await browser.close();
  await playground.stop();
}
