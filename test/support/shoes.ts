import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import { shoesFile, shoesPool, shoesProject } from "../../playground/tour/answers.ts";
import type { BotWorld } from "./bot-world.ts";

/** The channel of the journeys; the bot is a member. */
export const channel = "labelling";

/** The longest a journey waits for something to appear, in milliseconds. */
const patienceMs = 45_000;

/** Waits for something a person sees. */
export const eventually = <Found>(
  world: BotWorld,
  look: () => Promise<Found | undefined | null | false>,
): Promise<Found> => world.slack.waitFor(look, { timeoutMs: patienceMs });

/** Waits until a person's modal has this title. */
export const modalTitled = async (
  world: BotWorld,
  person: SlackPerson,
  title: string,
): Promise<void> => {
  await eventually(world, async () => (await person.modal())?.title === title);
};

/** The option of the quality rules that is about captchas. */
export const captchaOption = async (person: SlackPerson): Promise<string[]> =>
  (
    (await person.modal())?.fields.find((field) => field.label === "Quality rules")?.options ?? []
  ).filter((option) => /captcha/i.test(option));

/** What a prepared run may differ in from the quick start. */
export type ShoesOptions = {
  readonly who?: string;
  readonly file?: string;
  readonly fileName?: string;
  readonly poolName?: string;
  /** What workers read as the project's name. */
  readonly projectName?: string;
  readonly closes?: Date;
  readonly command?: string;
};

/** Fills all forms of a new run with the quick start's answers; only the last page is not sent yet. */
export const draftShoes = async (world: BotWorld, options: ShoesOptions = {}): Promise<void> => {
  const person = world.slack.as(options.who ?? "rita");
  const poolName = options.poolName ?? "Shoes pool 1";
  await person.command(channel, options.command ?? "/toloka new run");
  await modalTitled(world, person, "New run");
  await person.submit();
  await modalTitled(world, person, "New run: project");
  await person.fill({
    ...shoesProject,
    ...(options.projectName === undefined ? {} : { "Name for workers": options.projectName }),
  });
  await person.submit();
  await modalTitled(world, person, "New run: pool");
  const closes = options.closes ?? new Date(Date.now() + 2 * 86_400_000);
  await person.fill({
    ...shoesPool(closes),
    "Pool name": poolName,
    "Quality rules": await captchaOption(person),
  });
  await person.submit();
  await modalTitled(world, person, "New run: tasks");
  const file = await person.uploadFile(options.fileName ?? "shoes.csv", options.file ?? shoesFile);
  await person.fill({ File: [file], Overlap: "2" });
  await person.submit();
  await eventually(world, async () => (await person.modal())?.text.includes("All rows are good"));
  await person.submit();
  await modalTitled(world, person, "New run: review");
  await person.fill({ Reason: "First batch of shoes for the new model" });
};

/** Goes through all forms of a new run with the quick start's answers and sends it for approval. */
export const sendShoes = async (world: BotWorld, options: ShoesOptions = {}): Promise<void> => {
  await draftShoes(world, options);
  await world.slack.as(options.who ?? "rita").submit();
};

/** As `sendShoes`; answers the run's card, waiting for an approval. */
export const requestShoes = async (
  world: BotWorld,
  options: ShoesOptions = {},
): Promise<ScreenMessage> => {
  await sendShoes(world, options);
  const poolName = options.poolName ?? "Shoes pool 1";
  return cardOf(world, poolName, (card) => card.text.includes("[Approve]"));
};

/** Waits for a run's card in the channel, by its pool's name, until it is as wanted. */
export const cardOf = (
  world: BotWorld,
  poolName: string,
  wanted: (card: ScreenMessage) => boolean = () => true,
): Promise<ScreenMessage> =>
  eventually(world, async () => {
    const messages = await world.slack.as("lena").messages(channel);
    return messages.findLast(
      (message) =>
        message.fromApp && !message.ephemeral && message.text.includes(poolName) && wanted(message),
    );
  });

/** Presses Approve on a card and waits until its thread says the pool is open. */
export const approveAndOpen = async (
  world: BotWorld,
  card: ScreenMessage,
  who = "alan",
): Promise<void> => {
  await world.slack.as(who).press("Approve", { channel, ts: card.ts });
  await threadSays(world, card, "The pool is open");
};

/** Waits for a reply in a card's thread that contains the words. */
export const threadSays = (
  world: BotWorld,
  card: ScreenMessage,
  words: string,
): Promise<ScreenMessage> =>
  eventually(world, async () => {
    const thread = await world.slack.as("lena").thread(channel, card.ts);
    return thread.find((message) => message.ts !== card.ts && message.text.includes(words));
  });

/** What a person was last told privately in the channel. */
export const lastPrivate = async (
  world: BotWorld,
  who: string,
  before = 0,
): Promise<ScreenMessage> =>
  eventually(world, async () => {
    const mine = (await world.slack.as(who).messages(channel)).filter(
      (message) => message.ephemeral,
    );
    return mine.length > before ? mine.at(-1) : undefined;
  });

/** The pool's number on its card. */
export const poolIdOn = (card: ScreenMessage): string => {
  const id = /· pool (\d+)/.exec(card.text)?.[1];
  if (id === undefined) throw new Error(`no pool number on the card:\n${card.text}`);
  return id;
};
