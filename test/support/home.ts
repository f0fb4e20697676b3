import type { BotWorld } from "./bot-world.ts";
import { eventually } from "./shoes.ts";

/** Waits until a person's Home says all the words. Answers all that it says. */
export const homeSays = (
  world: BotWorld,
  who: string,
  ...words: readonly string[]
): Promise<string> =>
  eventually(world, async () => {
    const text = (await world.slack.as(who).home())?.text ?? "";
    return words.every((each) => text.includes(each)) ? text : undefined;
  });

/** Waits until a person's Home does not say the words any more. Answers all that it says. */
export const homeLacks = (world: BotWorld, who: string, words: string): Promise<string> =>
  eventually(world, async () => {
    const home = await world.slack.as(who).home();
    return home !== null && !home.text.includes(words) ? home.text : undefined;
  });

/** Opens a person's Home and waits until it says all the words. */
export const openHome = async (
  world: BotWorld,
  who: string,
  ...words: readonly string[]
): Promise<string> => {
  await world.slack.as(who).openHome();
  return homeSays(world, who, ...words);
};
