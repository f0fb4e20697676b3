import { shoesFile, shoesProject } from "../../playground/tour/answers.ts";
import { poolAnswers } from "./forms.ts";
import type { Playground } from "./playground.ts";

/** Asks for a run of the quick start as Rita, behind the page, up to the card with its buttons. */
export const requestBehind = async ({ slack }: Playground, poolName: string): Promise<void> => {
  const rita = slack.as("rita");
  const titled = (title: string) =>
    slack.waitFor(async () => (await rita.modal())?.title === title, { timeoutMs: 30_000 });
  await rita.command("labelling", "/toloka new run");
  await titled("New run");
  await rita.submit();
  await titled("New run: project");
  await rita.fill(shoesProject);
  await rita.submit();
  await titled("New run: pool");
  await rita.fill(await poolAnswers(rita, poolName));
  await rita.submit();
  await titled("New run: tasks");
  await rita.fill({ File: [await rita.uploadFile("shoes.csv", shoesFile)] });
  await rita.submit();
  await slack.waitFor(async () => (await rita.modal())?.text.includes("All rows are good"), {
    timeoutMs: 30_000,
  });
  await rita.submit();
  await titled("New run: review");
  await rita.fill({ Reason: "Asked for behind the page" });
  await rita.submit();
};
