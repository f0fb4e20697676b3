import type { FaultRule as SlackFault } from "../../emulators/slack/faults.ts";
import type { FaultRule as TolokaFault } from "../../emulators/toloka/faults.ts";
import type { BotWorld } from "./bot-world.ts";
import { channel, sendShoes } from "./shoes.ts";

/** So many commands are sent with each kind of fault. */
const commandsEach = 40;
/** A call that gets no answer holds its command for long, so fewer of those are sent. */
const silentEach = 5;
const patienceMs = 60_000;

/** One fault of each kind that the stand-in of Toloka knows for its API. */
const tolokaFaults: readonly Omit<TolokaFault, "route">[] = [
  { kind: "status", status: 500 },
  { kind: "status", status: 401, code: "AUTHENTICATION_ERROR" },
  { kind: "status", status: 400, code: "VALIDATION_ERROR", payload: { reward: { code: "X" } } },
  { kind: "status", status: 429, interval: "MIN", retryAfter: 1 },
  { kind: "html" },
  { kind: "empty" },
  { kind: "timeout-before" },
  { kind: "timeout-after" },
  { kind: "reset-before" },
  { kind: "reset-after" },
  { kind: "delay", delayMs: 300 },
  { kind: "operation-fail" },
  { kind: "duplicate" },
  { kind: "truncated" },
  { kind: "repeating" },
];

const slackFaults: readonly Omit<SlackFault, "method">[] = [
  { kind: "error", error: "fatal_error" },
  { kind: "rate-limit", retryAfter: 1 },
  { kind: "http-500" },
  { kind: "reset-before" },
  { kind: "reset-after" },
  { kind: "error", error: "not_in_channel" },
  { kind: "timeout-after" },
];

const commands = ["check 4711", "cost 4711", "status 4711", "list", "open 4711", "pause 4711"];

/** How many calls of the bot have failed so far, by the ledgers of both stand-ins. */
const failedSoFar = async (world: BotWorld): Promise<number> => {
  const toloka = await world.toloka.ledger();
  const slack = await world.slack.entries("api");
  return (
    toloka.filter(({ fault, status }) => fault !== null || (status ?? 500) >= 400).length +
    slack.filter(({ fault, ok }) => fault !== null || !ok).length
  );
};

/**
 * Lets calls of the bot to Toloka and Slack fail in every way that the stand-ins know, under commands of
 * people and under a run that is being prepared, until at least `wanted` have failed. Answers how many.
 */
export const failCalls = async (world: BotWorld, wanted: number): Promise<number> => {
  const rita = world.slack.as("rita");
  for (let round = 0; ; round += 1) {
    const toloka = tolokaFaults[round % tolokaFaults.length];
    const slack = slackFaults[round % slackFaults.length];
    if (toloka === undefined || slack === undefined) throw new Error("no faults");
    await sendShoes(world, { poolName: `Spoilt ${round}` });
    const isSilent = toloka.kind.startsWith("timeout");
    await world.toloka.addFault({ route: "/.*/", times: isSilent ? 10 : 200, ...toloka });
    for (const method of ["chat.postMessage", "chat.update", "response_url", "users.info"]) {
      await world.slack.addFault({
        method,
        times: slack.kind.startsWith("timeout") ? 2 : 20,
        ...slack,
      });
    }
    await Promise.all(
      Array.from({ length: isSilent ? silentEach : commandsEach }, (_, turn) =>
        rita.command(channel, `/toloka ${commands[turn % commands.length]}`),
      ),
    );
    await world.slack
      .waitFor(async () => (await world.toloka.faults()).every((rule) => rule.applied > 4), {
        timeoutMs: patienceMs,
      })
      .catch(() => {});
    await world.toloka.clearFaults();
    await world.slack.clearFaults();
    const failed = await failedSoFar(world);
    if (failed >= wanted && round >= tolokaFaults.length - 1) return failed;
  }
};
