import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { ask, bodyOf, signed } from "../support/raw-requests.ts";
import { looksPass } from "../support/requests.ts";
import { approveAndOpen, cardOf, requestShoes } from "../support/shoes.ts";
import { overSocket } from "../support/transport.ts";

type Payload = { readonly [key: string]: unknown };

/** So long ago, in seconds, the forms of this test were shown by their hash. */
const twoHours = 7_200;

describe.skipIf(overSocket)("a form that stood open for two hours while its run went on", () => {
  let world: BotWorld;
  let forms: readonly Payload[];
  let turns = 0;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  const made = async () => {
    const state = await world.toloka.state();
    const { projects, pools, tasks } = state.counts;
    return { projects, pools, tasks, spent: state.pools.map(({ status }) => status).join() };
  };

  /** Sends all forms of the run again as they were, signed now, with triggers of their own. */
  const sendAgain = async (): Promise<readonly { status: number | null; text: string }[]> => {
    const answers = [];
    for (const form of forms) {
      turns += 1;
      const view: Payload = Object(form.view);
      const [at = "0", rest = ""] = String(view.hash).split(".");
      const body = bodyOf({
        ...form,
        trigger_id: `6.6.${turns}`,
        view: { ...view, hash: `${Number(at) - twoHours}.${rest}` },
      });
      answers.push(await ask(world, signed(world, body)));
    }
    await looksPass(world, world.toloka);
    return answers;
  };

  /** Each was answered, and the person reads in the form why it counts no more. */
  const allRefused = (answers: readonly { status: number | null; text: string }[]): void => {
    expect(answers.map(({ status }) => status)).toEqual(forms.map(() => 200));
    for (const { text } of answers) expect(text).toContain("This form was already sent.");
  };

  test("changes nothing of a run that waits, and nothing of one that is open", async () => {
    const card = await requestShoes(world, { poolName: "Old forms" });
    forms = (await world.slack.entries("delivery"))
      .filter(({ type }) => type === "view_submission")
      .map(({ payload }) => payload);
    expect(forms.length).toBeGreaterThan(3);
    const shown = async (words: string) =>
      (await cardOf(world, "Old forms", (each) => each.text.includes(words))).text;
    const [waiting, before] = [await shown("waiting for approval"), await made()];
    allRefused(await sendAgain());
    expect([await shown("waiting for approval"), await made()]).toEqual([waiting, before]);

    await approveAndOpen(world, card);
    const [open, after] = [await shown("Open since"), await made()];
    allRefused(await sendAgain());
    expect([await shown("Open since"), await made()]).toEqual([open, after]);
  });
});
