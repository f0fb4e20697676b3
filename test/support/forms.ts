import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import { shoesPool, shoesProject } from "../../playground/tour/answers.ts";
import type { BotWorld } from "./bot-world.ts";
import { captchaOption, channel, eventually, modalTitled } from "./shoes.ts";

/** What stands in each field of the open modal, files apart. */
export const valuesOf = async (person: SlackPerson): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    ((await person.modal())?.fields ?? [])
      .filter((field) => field.type !== "file_input")
      .map((field) => [field.label, field.value]),
  );

/** What the open modal says under its fields, by label. */
export const errorsOf = async (person: SlackPerson): Promise<Record<string, string>> =>
  Object.fromEntries(
    ((await person.modal())?.fields ?? []).flatMap((field) =>
      field.error === null ? [] : [[field.label, field.error]],
    ),
  );

/** Waits until the open modal says something. */
export const modalSays = async (
  world: BotWorld,
  person: SlackPerson,
  words: string,
): Promise<string> =>
  eventually(world, async () => {
    const text = (await person.modal())?.text;
    return text?.includes(words) === true ? text : undefined;
  });

/** The answers of the pool page of the quick start, with the captcha rule. */
export const poolAnswers = async (person: SlackPerson, poolName: string) => ({
  ...shoesPool(new Date(Date.now() + 2 * 86_400_000)),
  "Pool name": poolName,
  "Quality rules": await captchaOption(person),
});

/** Starts a new run and goes with the quick start's answers to one of its pages. */
export const goTo = async (
  world: BotWorld,
  person: SlackPerson,
  page: "start" | "project" | "pool" | "tasks",
  poolName = "Shoes pool 1",
): Promise<void> => {
  await person.command(channel, "/toloka new run");
  await modalTitled(world, person, "New run");
  if (page === "start") return;
  await person.submit();
  await modalTitled(world, person, "New run: project");
  if (page === "project") return;
  await person.fill(shoesProject);
  await person.submit();
  await modalTitled(world, person, "New run: pool");
  if (page === "pool") return;
  await person.fill(await poolAnswers(person, poolName));
  await person.submit();
  await modalTitled(world, person, "New run: tasks");
};

/** Everything that was written to Toloka so far, as `POST /projects`. */
export const writesTo = async (world: BotWorld): Promise<string[]> =>
  (await world.toloka.ledger())
    .filter((call) => call.method !== "GET")
    .map((call) => `${call.method} ${call.path.replace("/api/v1", "")}`);
