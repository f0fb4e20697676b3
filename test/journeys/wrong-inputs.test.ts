import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import { shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { errorsOf, goTo, poolAnswers, writesTo } from "../support/forms.ts";
import { channel, eventually, lastPrivate } from "../support/shoes.ts";
import { wrongCommands } from "./wrong/commands.ts";
import { wrongPools } from "./wrong/pool-fields.ts";
import { type WrongFields, wrongProjects, wrongViews } from "./wrong/project-fields.ts";

type Answers = WrongFields["answers"];

/** Fills in the good answers with the wrong ones over them, and reads what is said about it. */
const complaintsAbout = async (
  person: SlackPerson,
  good: Answers,
  wrong: Answers,
): Promise<Record<string, string>> => {
  await person.fill({ ...good, ...wrong });
  const { status, reason } = await person.submit();
  expect(status === "acked" || reason === "invalid").toBe(true);
  return errorsOf(person);
};

describe("a wrong input is told at its place, and nothing is sent to Toloka", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  describe("in a command", () => {
    test.each(wrongCommands)("/toloka $text", async ({ text, wrong, offered }) => {
      const omar = world.slack.as("omar");
      const before = (await omar.messages(channel)).filter((message) => message.ephemeral).length;
      await omar.command(channel, `/toloka ${text}`);
      const answer = await lastPrivate(world, "omar", before);
      const lines = answer.text.split("\n");
      expect(lines[0]).toMatch(/^\*\[(SANDBOX|PRODUCTION)\]\* \*I understood:\* \S/);
      expect(lines[1]).toBe(`*What is wrong:* ${wrong}`);
      expect(lines[2]).toMatch(/^\*What to do:\* \S/);
      expect(/^Try `(.*)`$/m.exec(answer.text)?.[1] ?? null).toBe(offered);
    });
  });

  describe("in the project form", () => {
    let rita: SlackPerson;
    beforeAll(async () => {
      rita = world.slack.as("rita");
      await goTo(world, rita, "project");
    });
    const { "Kind of task": _, ...good } = shoesProject;

    test.each(wrongProjects)("$what", async ({ answers, errors }) => {
      expect(await complaintsAbout(rita, good, answers)).toEqual(errors);
    });
  });

  describe("in a view of one's own", () => {
    let alan: SlackPerson;
    beforeAll(async () => {
      alan = world.slack.as("alan");
      await goTo(world, alan, "project");
      await alan.fill({ "Kind of task": "Own JSON" });
      await eventually(world, async () =>
        (await alan.modal())?.fields.some((field) => String(field.value).includes("view.list")),
      );
    });
    const { "Kind of task": _, ...fields } = shoesProject;
    const good = { ...fields, "Output fields": "result: string required [yes|no]" };

    test.each(wrongViews)("$what", async ({ answers, errors }) => {
      expect(await complaintsAbout(alan, good, answers)).toEqual(errors);
    });
  });

  describe("in the pool form", () => {
    let anna: SlackPerson;
    let good: Answers;
    beforeAll(async () => {
      anna = world.slack.as("anna");
      await goTo(world, anna, "pool");
      const unanswered = await anna.submit();
      expect(unanswered.problems).toEqual({
        "Pool name": "Please complete this required field.",
        "May it contain adult content?": "Please complete this required field.",
      });
      good = { ...(await poolAnswers(anna, "Shoes pool 1")), "Days for review": 14 };
    });

    test.each(wrongPools)("$what", async ({ answers, errors }) => {
      expect(await complaintsAbout(anna, good, answers)).toEqual(errors);
    });
  });

  test("after all of them the ledger of Toloka has no write, and Slack refused nothing", async () => {
    expect(await writesTo(world)).toEqual([]);
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});
