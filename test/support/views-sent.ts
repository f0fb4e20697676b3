import { z } from "zod";
import type { BotWorld } from "./bot-world.ts";

const view = z.object({
  type: z.literal("modal"),
  title: z.object({ text: z.string() }),
  blocks: z.array(z.object({ type: z.string() })),
});

const carrier = z.object({ view });

/** A modal as the bot sent it; `text` is all of it as JSON. */
export type SentView = {
  readonly title: string;
  readonly asks: boolean;
  readonly text: string;
};

const decoded = (args: Record<string, unknown>): Record<string, unknown> =>
  typeof args.view === "string" ? { ...args, view: JSON.parse(args.view) } : args;

/**
 * Every modal that the bot sent after an entry of Slack's ledger, in order: by calls of `views.*` and in
 * acknowledgements of submissions. A form that was on the screen for a moment only is among them.
 */
export const viewsSent = async (world: BotWorld, since: number): Promise<SentView[]> =>
  (await world.slack.ledger()).slice(since).flatMap((entry) => {
    const body =
      entry.kind === "api" && entry.method.startsWith("views.")
        ? decoded(entry.args)
        : entry.kind === "delivery"
          ? entry.ackBody
          : undefined;
    const sent = carrier.safeParse(body);
    if (!sent.success) return [];
    const { title, blocks } = sent.data.view;
    return [
      {
        title: title.text,
        asks: blocks.some(({ type }) => type === "input"),
        text: JSON.stringify(body),
      },
    ];
  });
