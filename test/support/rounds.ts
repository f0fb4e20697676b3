import type { BotWorld } from "./bot-world.ts";
import { askOpening, opensOf } from "./requests.ts";
import { channel, threadSays } from "./shoes.ts";

/** What a round of many approvers ended in, by Slack's and Toloka's ledgers. */
export type Round = {
  /** Threads lines that say who approved. */
  readonly transitions: number;
  /** Calls that opened the pool. */
  readonly openings: number;
  /** Pressers who were told privately that somebody else was first. */
  readonly answered: number;
};

/** People of the workspace who may press, with readable ids of Slack's form. */
export const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(3, "0");
    return { id: `U0CROWD${number}`, name: `approver${number}`, realName: `Approver ${number}` };
  });

/** Asks for one opening and lets all people press Approve on it at the same moment. */
export const round = async (
  world: BotWorld,
  name: string,
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<Round> => {
  const { card, poolId } = await askOpening(world, name, { tasks: 1 });
  const before = (await world.slack.ledger()).at(-1)?.seq ?? 0;
  await world.slack.pressTogether(
    people.map(({ name }) => name),
    { text: "Approve", channel, ts: card.ts },
  );
  await threadSays(world, card, "The pool is open");
  const ids = new Set(people.map((person) => person.id));
  // Who was too late is told privately: by a reply to the press, or in the channel.
  const told = async (): Promise<number> => {
    const later = await world.slack.ledger(before);
    const replies = later.filter(
      (entry) =>
        (entry.kind === "response_url" && entry.ok) ||
        (entry.kind === "api" &&
          entry.method === "chat.postEphemeral" &&
          ids.has(String(entry.args.user))),
    );
    return replies.filter((entry) =>
      /decided at the same moment|approved already/.test(JSON.stringify(entry)),
    ).length;
  };
  await world.slack
    .waitFor(async () => (await told()) >= people.length - 1, {
      timeoutMs: 15_000,
    })
    .catch(() => null);
  const thread = await world.slack.as("lena").thread(channel, card.ts);
  const opens = (await opensOf(world.toloka, poolId)).filter((call) => call.status === 202);
  return {
    transitions: thread.filter((message) => /^\*?Approved\*? by/.test(message.text)).length,
    openings: opens.length,
    answered: await told(),
  };
};
