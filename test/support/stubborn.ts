import { setTimeout as pause } from "node:timers/promises";
import type { BotWorld } from "./bot-world.ts";
import { type AskedRun, fileOf } from "./judge.ts";
import { channel, draftShoes } from "./shoes.ts";

/** How often a person looks again, in milliseconds. */
const lookEveryMs = 150;

/** After so long without an effect a person presses again, in milliseconds. */
const againMs = 3_000;

/** Fills the forms of a run, except the last press. */
export const draft = (world: BotWorld, who: string, run: AskedRun): Promise<void> =>
  draftShoes(world, { who, ...run, file: fileOf(run) });

/** Sends the last page until the form is gone, as a person does whom a dead bot does not answer. */
export const sendInTheEnd = async (world: BotWorld, who: string): Promise<void> => {
  const person = world.slack.as(who);
  for (;;) {
    const modal = await person.modal();
    // A form that was taken has no more button to send it.
    if (modal?.title !== "New run: review" || modal.submit === null) break;
    const sent = await person.submit();
    if (sent.status !== "acked") await pause(lookEveryMs);
  }
  if ((await person.modal()) !== null) await person.close({ all: true });
};

/**
 * One approver goes through the channel and presses Approve on every card that offers it, again where
 * nothing came of it, until all runs are open or `isOver`. Answers the runs that are not open.
 */
export const approveAll = async (
  world: BotWorld,
  runs: readonly AskedRun[],
  isOver: () => boolean,
): Promise<readonly AskedRun[]> => {
  const pressedAt = new Map<string, number>();
  for (;;) {
    const messages = await world.slack.as("alan").messages(channel);
    const cards = messages.filter((message) => message.fromApp && message.threadTs === null);
    const left = runs.filter(
      ({ poolName }) =>
        !cards.some((card) => card.text.includes(poolName) && card.text.includes("*open*")),
    );
    if (left.length === 0 || isOver()) return left;
    for (const { poolName } of left) {
      const card = cards.find(({ text }) => text.includes(poolName) && text.includes("[Approve]"));
      const last = pressedAt.get(poolName) ?? Number.NEGATIVE_INFINITY;
      if (card === undefined || performance.now() - last < againMs) continue;
      const pressed = await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
      if (pressed.status === "acked") pressedAt.set(poolName, performance.now());
    }
    await pause(lookEveryMs);
  }
};
