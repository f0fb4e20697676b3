import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { modalSays } from "../support/forms.ts";
import { makeEmptyPool, makeProject } from "../support/made-elsewhere.ts";
import { cardOf, channel, eventually, threadSays } from "../support/shoes.ts";

const uploaded = z.array(z.record(z.string(), z.unknown()));
const image = z.strictObject({ image: z.string() });
const link = (number: number): string => `https://example.com/image_${number}.jpg`;
const three = [1, 2, 3];

/** Toloka's own form of a task, as its quick start has it. */
const task = (number: number) => ({ input_values: { image: link(number) }, overlap: 2 });
const csv = `INPUT:image,TASK:overlap\n${three.map((number) => `${link(number)},2`).join("\n")}\n`;

/** The same three tasks, given in every way. */
const formats: readonly (readonly [string, string, string | Uint8Array])[] = [
  ["CSV", "shoes.csv", csv],
  [
    "CSV with semicolons and Windows line ends",
    "shoes.csv",
    csv.replaceAll(",", ";").replaceAll("\n", "\r\n"),
  ],
  [
    "TSV with plain names",
    "shoes.tsv",
    csv.replaceAll(",", "\t").replace("INPUT:", "").replace("TASK:", ""),
  ],
  ["CSV in UTF-16", "shoes.csv", Buffer.from(`\ufeff${csv}`, "utf16le")],
  [
    "JSON in Toloka's own form",
    "shoes.json",
    JSON.stringify(
      three.map((number) => ({ pool_id: "1", ...task(number) })),
      null,
      2,
    ),
  ],
  ["JSON Lines", "shoes.jsonl", three.map((number) => JSON.stringify(task(number))).join("\n")],
];

describe("a tasks file", () => {
  let world: BotWorld;
  let projectId: string;
  let rita: SlackPerson;
  beforeAll(async () => {
    world = await startBotWorld({ operationDelayMs: 300 });
    projectId = await makeProject(world);
    rita = world.slack.as("rita");
  });
  afterAll(async () => {
    await world.close();
  });

  /** Makes an empty pool and opens its tasks form. */
  const openForm = async (name: string): Promise<string> => {
    const poolId = await makeEmptyPool(world, projectId, name, 86_400_000);
    await rita.command(channel, `/toloka tasks ${poolId}`);
    await eventually(world, async () => (await rita.modal())?.submit === "Check the rows");
    return poolId;
  };

  const check = async (name: string, content: string | Uint8Array): Promise<string> => {
    await rita.fill({ File: [await rita.uploadFile(name, content)] });
    await rita.submit();
    return modalSays(world, rita, "[Fix and upload again]");
  };

  /** Every task that was uploaded to a pool, in order. */
  const tasksOf = async (poolId: string): Promise<Record<string, unknown>[]> =>
    (await world.toloka.ledger())
      .filter((call) => call.method === "POST" && call.path === "/api/v1/tasks")
      .flatMap((call) => uploaded.parse(call.body))
      .filter((each) => each.pool_id === poolId);

  const ready = (name: string): Promise<ScreenMessage> =>
    cardOf(world, name, ({ text }) => text.includes("[Request opening]"));

  test.each(formats)("is understood as %s", async (what, name, content) => {
    const poolId = await openForm(what);
    expect(await check(name, content)).toContain("*3 good rows* · *0 bad rows*");
    await rita.submit();
    await ready(what);
    expect(await tasksOf(poolId)).toEqual(
      three.map((number) => ({ pool_id: poolId, ...task(number) })),
    );
  });

  test("can be lines that are pasted, one task a line", async () => {
    const poolId = await openForm("Pasted");
    await rita.fill({ "Or pasted lines": three.map(link).join("\n"), Overlap: 2 });
    await rita.submit();
    await modalSays(world, rita, "*3 good rows*");
    await rita.submit();
    await ready("Pasted");
    expect(await tasksOf(poolId)).toEqual(
      three.map((number) => ({ pool_id: poolId, ...task(number) })),
    );
  });

  test("may have golden rows and training rows, which are endless and say so", async () => {
    const poolId = await openForm("Golden");
    const rows = [
      "INPUT:image,GOLDEN:result,HINT:text,TASK:overlap",
      `${link(1)},,,2`,
      `${link(2)},boots,,`,
      `${link(3)},sneakers,Look at the sole,`,
    ];
    const report = await check("golden.csv", rows.join("\n"));
    expect(report).toContain("*3 good rows* · *0 bad rows* · 1 golden · 1 training");
    await rita.submit();
    await ready("Golden");
    const known = (result: string) => [{ output_values: { result } }];
    expect(await tasksOf(poolId)).toEqual([
      { pool_id: poolId, ...task(1) },
      {
        pool_id: poolId,
        input_values: { image: link(2) },
        infinite_overlap: true,
        known_solutions: known("boots"),
      },
      {
        pool_id: poolId,
        input_values: { image: link(3) },
        infinite_overlap: true,
        known_solutions: known("sneakers"),
        message_on_unknown_solution: "Look at the sole",
      },
    ]);
  });

  test("with 12 bad rows of 500 shows ten, lists all in the thread, and goes without them on a click", async () => {
    const bad = new Map([
      [3, "no link"],
      [41, ""],
      [77, "ftp://example.com/1.jpg"],
      [100, "boots"],
      [101, "boots"],
      [150, "https://"],
      [222, "htp://example.com/1.jpg"],
      [300, "https://example.com/a b.jpg"],
      [301, "=1+1"],
      [402, "-"],
      [499, "null"],
      [500, "https:/example.com/1.jpg"],
    ]);
    const rows = Array.from({ length: 500 }, (_, index) => bad.get(index + 1) ?? link(index + 1));
    const poolId = await openForm("Planted");
    const report = await check(
      "planted.csv",
      `image,overlap\n${rows.map((row) => `${row},2\n`).join("")}`,
    );
    expect(report).toContain("*488 good rows* · *12 bad rows*");
    const rowsIn = (text: string, pattern: RegExp): number[] =>
      [...text.matchAll(pattern)].map((found) => Number(found[1]));
    expect(rowsIn(report, /^Row (\d+), \*image\*:/gm)).toEqual([...bad.keys()].slice(0, 10));
    expect(report).toContain(
      "and 2 more problems; all of them are in the file in the run's thread.",
    );
    expect((await rita.modal())?.submit).toBeNull();
    const card = await cardOf(world, "Planted");
    await threadSays(world, card, "12 problems in “planted.csv”");
    const file = await eventually(
      world,
      async () =>
        (await world.slack.as("lena").thread(channel, card.ts)).flatMap(({ files }) => files)[0],
    );
    expect(file.name).toBe("problems-planted.csv");
    expect(rowsIn(file.content ?? "", /^(\d+),image,(?:url|required),/gm)).toEqual([...bad.keys()]);
    expect(file.content).toContain("'=1+1");
    expect(await tasksOf(poolId)).toEqual([]);
    await rita.press("Continue without the 12 bad rows");
    await modalSays(world, rita, "12 bad rows will be left out");
    await rita.submit();
    await ready("Planted");
    const sent = await tasksOf(poolId);
    const good = rows.filter((_, index) => !bad.has(index + 1));
    expect(sent.map((each) => image.parse(each.input_values).image).toSorted()).toEqual(
      good.toSorted(),
    );
    expect(new Set(sent.map((each) => each.overlap))).toEqual(new Set([2]));
  });

  test("of 12,000 rows goes up in chunks, with its progress on the card", async () => {
    const poolId = await openForm("Big");
    const rows = Array.from({ length: 12_000 }, (_, index) => `${link(index + 1)},2\n`);
    await check("big.csv", `image,overlap\n${rows.join("")}`);
    await rita.submit();
    await threadSays(world, await ready("Big"), "12,000 tasks in the pool");
    const chunks = (await world.toloka.ledger())
      .filter((call) => call.method === "POST" && call.path === "/api/v1/tasks")
      .map((call) => uploaded.parse(call.body))
      .filter(([first]) => first?.pool_id === poolId)
      .map((chunk) => chunk.length);
    expect(chunks).toEqual([5_000, 5_000, 2_000]);
    const seen = (await world.slack.entries("api"))
      .filter((call) => call.method === "chat.update")
      .flatMap((call) => /([\d,]+ of 12,000) rows/.exec(JSON.stringify(call.args))?.[1] ?? []);
    expect(new Set(seen)).toEqual(
      new Set(["5,000 of 12,000", "10,000 of 12,000", "12,000 of 12,000"]),
    );
  });

  test("never made Slack refuse anything", async () => {
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});
