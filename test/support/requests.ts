import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LedgerEntry } from "../../emulators/slack/ledger-entry.ts";
import type { ActResult, ScreenMessage } from "../../emulators/slack/screen.ts";
import type { TolokaControl } from "../../emulators/toloka/control-client.ts";
import type { BotWorld } from "./bot-world.ts";
import { cardOf, channel, eventually } from "./shoes.ts";

type Environment = "sandbox" | "production";

const madeAnswer = z.looseObject({ id: z.string() });

const fixture = (name: string): object =>
  z
    .looseObject({})
    .parse(
      JSON.parse(
        readFileSync(new URL(`../emulators/toloka/fixtures/${name}`, import.meta.url), "utf8"),
      ),
    );

/** How a pool that another program makes differs from the quick start's. */
export type Elsewhere = {
  readonly environment?: Environment;
  /** How many tasks it gets; three unless told otherwise. */
  readonly tasks?: number;
  readonly pool?: object;
  readonly project?: object;
};

/** Makes a project and a closed pool with tasks as another program would. Answers the pool's number. */
export const poolElsewhere = async (
  world: BotWorld,
  name: string,
  options: Elsewhere = {},
): Promise<string> => {
  const post = (path: string, body: object): Promise<unknown> =>
    world.callToloka("POST", path, body, options.environment);
  const project = { ...fixture("quickstart.project.create.req.json"), ...options.project };
  const projectId = madeAnswer.parse(await post("/projects", project)).id;
  const pool = {
    ...fixture("quickstart.pool.create.req.json"),
    project_id: projectId,
    private_name: name,
    will_expire: new Date(Date.now() + 2 * 86_400_000).toISOString().replace("Z", ""),
    ...options.pool,
  };
  const poolId = madeAnswer.parse(await post("/pools", pool)).id;
  const tasks = Array.from({ length: options.tasks ?? 3 }, (_, index) => ({
    pool_id: poolId,
    overlap: 2,
    input_values: { image: `https://example.com/image_${index + 1}.jpg` },
  }));
  if (tasks.length > 0) await post("/tasks?async_mode=false", tasks);
  return poolId;
};

/** A request that waits for an approval: the pool's number and the run's card. */
export type Asked = { readonly poolId: string; readonly card: ScreenMessage };

/** Makes a pool elsewhere and asks for its opening by command. */
export const askOpening = async (
  world: BotWorld,
  name: string,
  options: Elsewhere & { readonly who?: string } = {},
): Promise<Asked> => {
  const poolId = await poolElsewhere(world, name, options);
  const place = options.environment === "production" ? " production" : "";
  await world.slack.as(options.who ?? "rita").command(channel, `/toloka open ${poolId}${place}`);
  return { poolId, card: await waitingCard(world, name) };
};

/** The run's card once it asks for an approval. */
export const waitingCard = (world: BotWorld, name: string): Promise<ScreenMessage> =>
  cardOf(world, name, (card) => card.text.includes("[Approve]"));

/** The run's card once it says the words. */
export const cardSays = (world: BotWorld, name: string, words: string): Promise<ScreenMessage> =>
  cardOf(world, name, (card) => card.text.includes(words));

/** Presses a button of a card. */
export const pressOn = (
  world: BotWorld,
  who: string,
  button: string,
  card: ScreenMessage,
): Promise<ActResult> => world.slack.as(who).press(button, { channel, ts: card.ts });

/** The calls that would open this pool. */
export const opensOf = async (toloka: TolokaControl, poolId: string) =>
  (await toloka.ledger()).filter(
    (call) => call.method === "POST" && call.path === `/api/v1/pools/${poolId}/open`,
  );

const privateTo = async (world: BotWorld, who: string): Promise<ScreenMessage[]> =>
  (await world.slack.as(who).messages(channel)).filter((message) => message.ephemeral);

/** Does something as a person and answers what the person is then told privately in the channel. */
export const toldAfter = async (
  world: BotWorld,
  who: string,
  act: () => Promise<unknown>,
): Promise<string> => {
  const before = (await privateTo(world, who)).length;
  await act();
  return eventually(world, async () => (await privateTo(world, who))[before]?.text);
};

/** What a person was told in the direct conversation with the bot, once it holds the words. */
export const directSays = (world: BotWorld, who: string, words: string): Promise<ScreenMessage> =>
  eventually(world, async () =>
    (await world.slack.as(who).dm()).findLast((message) => message.text.includes(words)),
  );

/** All that a run's thread says below its card. */
export const threadTexts = async (world: BotWorld, card: ScreenMessage): Promise<string[]> =>
  (await world.slack.as("lena").thread(channel, card.ts))
    .filter((message) => message.ts !== card.ts && !message.ephemeral)
    .map((message) => message.text);

/** The text of a card now. */
export const cardNow = async (world: BotWorld, card: ScreenMessage): Promise<string> =>
  (await world.slack.as("lena").messages(channel)).find((message) => message.ts === card.ts)
    ?.text ?? "";

/** Waits until the bot has looked at all pools of an account twice more: what it had to say is said. */
export const looksPass = async (world: BotWorld, toloka: TolokaControl): Promise<void> => {
  const looks = async (): Promise<number> =>
    (await toloka.ledger()).filter(
      (call) => call.method === "GET" && call.path === "/api/v1/requester",
    ).length;
  const before = await looks();
  await eventually(world, async () => (await looks()) >= before + 3);
};

type Delivery = Extract<LedgerEntry, { kind: "delivery" }>;

/** Sends a press or a command again as a new one: the very same request twice would be dropped. */
export const sendAnew = (
  world: BotWorld,
  { seq, type, payload }: Delivery,
): Promise<ActResult[]> => {
  const anew = { ...payload, trigger_id: `${Date.now()}.${seq}.anew` };
  const fields: { [name: string]: string } =
    type === "block_actions"
      ? { payload: JSON.stringify(anew) }
      : Object.fromEntries(Object.entries(anew).map(([name, value]) => [name, String(value)]));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const rawBody = new URLSearchParams(fields).toString();
  return world.slack.replay(seq, { alter: { rawBody, timestamp, resign: true } });
};

/** A person presses a button once more as it stood at the last press: on a screen that was not repainted. */
export const pressStale = async (
  world: BotWorld,
  who: string,
  actionId: string,
): Promise<ActResult[]> => {
  const { users } = await world.slack.state();
  const userId = users.find((user) => user.name === who)?.id;
  const last = (await world.slack.entries("delivery")).findLast(
    (entry) =>
      entry.type === "block_actions" &&
      entry.user === userId &&
      JSON.stringify(entry.payload.actions).includes(`"action_id":"${actionId}"`),
  );
  if (last === undefined) throw new Error(`${who} never pressed ${actionId}`);
  return sendAnew(world, last);
};

const found = z.array(z.unknown());
const named = z.record(z.string(), z.unknown());

/** The texts in blocks that Slack reads as markup; plain text can neither mention nor link. */
export const markupIn = (value: unknown): string[] => {
  const list = found.safeParse(value);
  if (list.success) return list.data.flatMap(markupIn);
  const object = named.safeParse(value);
  if (!object.success) return [];
  const { type, text } = object.data;
  if (type === "mrkdwn" && typeof text === "string") return [text];
  return Object.values(object.data).flatMap(markupIn);
};
