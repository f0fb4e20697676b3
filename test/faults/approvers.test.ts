import { createServer, request } from "node:http";
import { expect, test } from "vitest";
import { defaultSeed } from "../../emulators/slack/default-seed.ts";
import { startBotWorld } from "../support/bot-world.ts";
import { crowd, round } from "../support/rounds.ts";
import { trials } from "../support/seeded.ts";

const people = crowd(50);

const seed = {
  ...defaultSeed,
  users: [...defaultSeed.users, ...people],
  channels: defaultSeed.channels.map((each) => ({
    ...each,
    members: [...each.members, ...people.map(({ name }) => name)],
  })),
};

/** Gives each request to the next of several bots, as a load balancer does. */
const startBalancer = async (urls: readonly string[]) => {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const target = new URL(urls[turn % urls.length] ?? "");
    turn += 1;
    const sent = request(
      target,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    sent.on("error", () => outgoing.destroy());
    incoming.pipe(sent);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/slack/events`, close };
};

/** Plays so many rounds with one bot, or with two behind a balancer. */
const play = async (bots: 1 | 2): Promise<void> => {
  const world = await startBotWorld({ seed });
  const urls = [world.botUrl()];
  if (bots === 2) urls.push(await world.startAnother());
  const balancer = await startBalancer(urls);
  try {
    await world.slack.setAppUrl(balancer.url);
    const rounds = trials(200);
    const wrong: object[] = [];
    for (let index = 1; index <= rounds; index += 1) {
      const played = await round(world, `Contested ${String(index).padStart(3, "0")}.`, people);
      if (played.transitions !== 1 || played.openings !== 1 || played.answered !== 49) {
        wrong.push({ index, ...played });
        console.log(JSON.stringify(wrong.at(-1)));
      }
    }
    console.log(`${bots} bots, ${rounds} rounds of 50 presses, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  } finally {
    await world.close();
    await balancer.close();
  }
};

test("50 approvers at once, 200 rounds, one process: one transition, one opening, all answered", () =>
  play(1));

test.runIf(process.env.TEST_DATABASE_URL !== undefined)(
  "50 approvers at once, 200 rounds, two processes: one transition, one opening, all answered",
  () => play(2),
);
