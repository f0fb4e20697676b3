import { z } from "zod";
import type { BotWorld } from "./bot-world.ts";
import { eventually } from "./shoes.ts";

const readyLine = z.looseObject({ msg: z.literal("lifeguard is ready"), healthPort: z.number() });

const readiness = z.object({
  ready: z.boolean(),
  causes: z.array(z.string()),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), why: z.string() })),
});

/** What `/readyz` said. */
export type Readiness = z.output<typeof readiness> & { readonly status: number };

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** The address of the bot's health port, as its last ready line tells it. */
export const healthUrl = (world: BotWorld): string => {
  const ready = world.log().flatMap((line) => readyLine.safeParse(jsonOf(line)).data ?? []);
  const port = ready.at(-1)?.healthPort;
  if (port === undefined) throw new Error("the bot told no health port");
  return `http://127.0.0.1:${port}`;
};

/** Asks `/readyz` once. */
export const askReady = async (world: BotWorld): Promise<Readiness> => {
  const answer = await fetch(`${healthUrl(world)}/readyz`);
  return { ...readiness.parse(await answer.json()), status: answer.status };
};

/** Waits until exactly these checks are red. */
export const redBecauseOf = (world: BotWorld, names: readonly string[]): Promise<Readiness> =>
  eventually(world, async () => {
    const now = await askReady(world);
    const red = now.checks.filter(({ ok }) => !ok).map(({ name }) => name);
    return red.join() === names.join() ? now : null;
  });

/** The value of one line of `/metrics`, such as `lifeguard_ready`; null when there is no such line. */
export const metric = async (world: BotWorld, line: string): Promise<number | null> => {
  const text = await (await fetch(`${healthUrl(world)}/metrics`)).text();
  const found = text.split("\n").find((each) => each.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length + 1));
};
