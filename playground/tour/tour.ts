import type { World } from "../world.ts";
import { shoesFile, shoesPool, shoesProject } from "./answers.ts";
import { createStory, type Story } from "./story.ts";

const channel = "labelling";

const isMajority = ({ name }: { readonly name: string }): boolean => name.startsWith("majority-");
const day = 86_400;

/** Reads the seven forms of a new run, with the answers of the quick start. */
const fillForms = async (world: World, story: Story): Promise<void> => {
  const rita = story.person("rita");
  story.does("rita", "types /toloka new run and asks for a new project");
  await rita.command(channel, "/toloka new run");
  await story.form("rita", "New run");
  await rita.submit();
  await story.form("rita", "New run: project");
  story.does("rita", `describes the project "${shoesProject["Name for workers"]}"`);
  await rita.fill(shoesProject);
  await rita.submit();
  await story.form("rita", "New run: pool");
  story.does("rita", "sets price, overlap, closing time and workers of the pool");
  const closes = new Date(Date.now() + 2 * day * 1000);
  await rita.fill({ ...shoesPool(closes), "Quality rules": await captchaRule(world) });
  await rita.submit();
  await story.form("rita", "New run: tasks");
  story.does("rita", "drops shoes.csv with three rows");
  const file = await rita.uploadFile("shoes.csv", shoesFile);
  await rita.fill({ File: [file], Overlap: "2" });
  await rita.submit();
};

/** The option of the quality rules that is about captchas, as the form words it. */
const captchaRule = async (world: World): Promise<string[]> => {
  const view = await world.slack.as("rita").modal();
  const options = view?.fields.find((field) => field.label === "Quality rules")?.options ?? [];
  return options.filter((option) => /captcha/i.test(option));
};

const sendForApproval = async (world: World, story: Story): Promise<void> => {
  const rita = story.person("rita");
  await story.form("rita", "Check of the tasks");
  await world.slack.waitFor(async () => (await rita.modal())?.text.includes("All rows are good"), {
    timeoutMs: 20_000,
  });
  story.does("rita", "reads that all rows are good and goes on");
  await rita.submit();
  await story.form("rita", "New run: review");
  story.does("rita", "gives the reason and sends the run for approval");
  await rita.fill({ Reason: "First batch of shoes for the new model" });
  await rita.submit();
};

/** One of the two suites that were approved is answered; the other one stays missing. */
const answerOneSuite = async (world: World, card: string): Promise<void> => {
  const poolId = /· pool (\d+)/.exec(card)?.[1] ?? "";
  const { id, tasks } = await world.toloka.takeWork(poolId);
  await world.toloka.submitWork(
    id,
    tasks.map(() => ({ result: "boots" })),
  );
};

/**
 * Plays the quick start as three people: project, pool and tasks from a file, the request, an approval by
 * somebody else, the opening, an answer, the warning before the end, the closing and the results. Throws when
 * something expected does not appear.
 */
export const tour = async (world: World, print: (text: string) => void): Promise<void> => {
  const story = createStory(world.slack, print);
  print("PLAYGROUND: no money, no Slack. Three people play Toloka's quick start in #labelling.");

  story.chapter("A requester prepares a run");
  await fillForms(world, story);
  await sendForApproval(world, story);
  const card = await story.sees("rita", { channel }, (message) => message.text.includes("Approve"));
  const thread = { channel, thread: card.ts };

  story.chapter("Somebody else approves it");
  await story.sees(
    "alan",
    thread,
    (message) => /approv/i.test(message.text) && message.ts !== card.ts,
  );
  story.does("alan", "presses Approve and confirms");
  const press = await story.person("alan").press("Approve", { channel, ts: card.ts });
  if (press.confirm !== null) print(`      | ${press.confirm.title} ${press.confirm.text}`);
  await story.sees("rita", thread, (message) => message.text.includes("Opened"));

  story.chapter("A Toloker answers");
  print("\n  Somebody of the crowd takes a suite of three pictures and sends it in");
  await answerOneSuite(world, card.text);

  story.chapter("The clock moves to the last day");
  await world.toloka.advance({ seconds: day + 3_600 });
  await story.sees("rita", thread, (message) => message.text.includes("Closes in"));

  story.chapter("Time is over");
  await world.toloka.advance({ seconds: day });
  await story.sees("rita", thread, (message) => message.text.includes("Closed"));
  await story.sees("rita", thread, (message) => message.text.includes("Results:"));
  await story.sees("rita", thread, (message) => message.files.some(isMajority));
  print("\n  The card in the channel now says:");
  await story.sees("rita", { channel }, (message) => message.ts === card.ts);

  const calls = (await world.toloka.ledger()).filter((call) => call.method === "POST");
  print(`\nWhat Toloka was sent: ${calls.map((call) => `${call.method} ${call.path}`).join(", ")}`);
  const { judged, violations } = await world.slack.state();
  if (judged.refused > 0 || violations > 0) {
    throw new Error(
      `Slack refused ${judged.refused} payloads; ${violations} answers were not as Slack wants them`,
    );
  }
  print(`Slack's rules were held against ${judged.validated} views and messages: all passed.`);
  print("The tour is over.");
};
