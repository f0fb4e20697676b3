import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { errorsOf, goTo, modalSays, poolAnswers, valuesOf } from "../support/forms.ts";
import { makeEmptyPool, makeProject } from "../support/made-elsewhere.ts";
import {
  cardOf,
  channel,
  eventually,
  modalTitled,
  poolIdOn,
  threadSays,
} from "../support/shoes.ts";

const made = z.looseObject({ id: z.string() });
const projectBody = z.looseObject({
  task_spec: z.looseObject({ view_spec: z.looseObject({ config: z.string() }) }),
});
const task = z.looseObject({
  pool_id: z.string(),
  input_values: z.record(z.string(), z.unknown()),
});

const kinds = [
  ["Image choice", "image: url required", "result: string required [yes|no|failed to load]"],
  ["Text choice", "text: string required", "result: string required [yes|no|unclear]"],
  [
    "Side by side",
    "left: url required\nright: url required",
    "result: string required [left|right|equal|failed to load]",
  ],
  ["Free text", "text: string required", "answer: string required [1..1000]"],
  ["Own JSON", "image: url required", "result: string required [yes|no]"],
] as const;

describe("the forms", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  /** The bodies of a route's writes since an entry of the ledger. */
  const writesSince = async (since: number, route: string): Promise<unknown[]> =>
    (await world.toloka.ledger(since))
      .filter((call) => `${call.method} ${call.path.replace("/api/v1", "")}` === route)
      .map((call) => call.body);

  /** Cards in the channel with these words. */
  const cardsWith = async (words: string): Promise<number> =>
    (await world.slack.as("lena").messages(channel)).filter(
      (message) => message.fromApp && !message.ephemeral && message.text.includes(words),
    ).length;

  const makeNamedProject = async (name: string): Promise<string> => {
    const id = await makeProject(world);
    const body = z.looseObject({}).parse(await world.callToloka("GET", `/projects/${id}`));
    return made.parse(
      await world.callToloka("POST", "/projects", { ...body, id: undefined, public_name: name }),
    ).id;
  };

  test("search projects and pools while the person types, and hide what is archived", async () => {
    const cats = await makeNamedProject("Colours of cats");
    const dogs = await makeNamedProject("Colours of dogs");
    const old = await makeNamedProject("Colours of dodos");
    const open = await makeEmptyPool(world, cats, "Cats of June", 86_400_000);
    const gone = await makeEmptyPool(world, cats, "Cats of May", 86_400_000);
    await world.callToloka("POST", `/projects/${old}/archive`);
    await world.callToloka("POST", `/pools/${gone}/archive`);
    const rita = world.slack.as("rita");
    await goTo(world, rita, "start");
    const label = "Existing project";
    expect(await rita.suggest(label, "colours")).toEqual([
      `Colours of dogs (${dogs})`,
      `Colours of cats (${cats})`,
    ]);
    expect(await rita.suggest(label, cats)).toEqual([`Colours of cats (${cats})`]);
    expect(await rita.suggest(label, "zebra")).toEqual([]);
    await rita.fill({ Project: "A project that exists" });
    await rita.submit();
    expect(await errorsOf(rita)).toEqual({
      [label]: "Choose a project, or pick a new project above.",
    });
    await rita.choose(label, `Colours of cats (${cats})`);
    await rita.submit();
    await modalTitled(world, rita, "New run: pool");
    await rita.close();
    await rita.command(channel, "/toloka new tasks");
    await modalTitled(world, rita, "Add tasks");
    expect(await rita.suggest("Pool", "cats")).toEqual([`Cats of June (${open})`]);
    await rita.close();
  });

  test.each(kinds)("show what fits the kind of task: %s", async (kind, inputs, outputs) => {
    const omar = world.slack.as("omar");
    await omar.command(channel, "/toloka new project");
    await modalTitled(world, omar, "New project");
    const other = kind === "Free text" ? "Text choice" : "Free text";
    await omar.fill({ "Name for workers": "Typed before", "Kind of task": other });
    await eventually(world, async () =>
      (await omar.modal())?.fields.some((field) => field.value === "text: string required"),
    );
    await omar.fill({ "Kind of task": kind });
    const shown = await eventually(world, async () => {
      const fields = (await omar.modal())?.fields ?? [];
      const value = (label: string) => fields.find((field) => field.label === label)?.value;
      return value("Output fields") === outputs
        ? [value("Name for workers"), value("Kind of task"), value("Input fields")]
        : undefined;
    });
    expect(shown).toEqual(["Typed before", kind, inputs]);
    await omar.close();
  });

  test("say in UTC with which closing time they opened", async () => {
    const rita = world.slack.as("rita");
    await goTo(world, rita, "pool");
    const opened = z.number().parse((await valuesOf(rita)).Closes);
    const utc = new Date(opened * 1000).toISOString().slice(0, 16).replace("T", " ");
    expect((await rita.modal())?.text).toContain(`(${utc} UTC). Toloka counts in UTC`);
  });

  test("take a view of one's own, after naming the path in it that is wrong", async () => {
    const anna = world.slack.as("anna");
    await anna.command(channel, "/toloka new project");
    await modalTitled(world, anna, "New project");
    await anna.fill({ ...shoesProject, "Kind of task": "Own JSON" });
    const example = await eventually(world, async () => {
      const view = (await anna.modal())?.fields.find((field) => field.label === "View (JSON)");
      return typeof view?.value === "string" ? view.value : undefined;
    });
    await anna.fill({
      "Input fields": "image: url required",
      "Output fields": "verdict: string required [yes|no]",
    });
    await anna.submit();
    expect(Object.keys(await errorsOf(anna))).toEqual(["View (JSON)"]);
    expect((await errorsOf(anna))["View (JSON)"]).toContain(
      "The view fills result, but the output is called verdict.",
    );
    const mine = example.replace('"result"', '"verdict"');
    await anna.fill({ "View (JSON)": mine, "Name for workers": "Own view" });
    const since = (await world.toloka.ledger()).length;
    await anna.submit();
    const card = await cardOf(world, "Own view", ({ text }) => text.includes("project created"));
    const [body, ...others] = await writesSince(since, "POST /projects");
    expect(others).toEqual([]);
    expect(JSON.parse(projectBody.parse(body).task_spec.view_spec.config)).toEqual(
      JSON.parse(mine),
    );
    await threadSays(world, card, "Project");
    expect(await cardsWith("Own view")).toBe(1);
  });

  test("make a pool alone, then add tasks from its card and by command, on one card", async () => {
    const rita = world.slack.as("rita");
    const project = await makeProject(world);
    await rita.command(channel, "/toloka new pool");
    await modalTitled(world, rita, "New pool");
    await eventually(world, async () => (await rita.suggest("Project", project)).length > 0);
    await rita.choose("Project", `Categories of shoes (${project})`);
    await rita.fill(await poolAnswers(rita, "Alone at first"));
    await rita.submit();
    const empty = await cardOf(world, "Alone at first", ({ text }) => text.includes("[Add tasks]"));
    const poolId = poolIdOn(empty);
    const upload = async (start: () => Promise<unknown>, link: string): Promise<void> => {
      await start();
      await modalTitled(world, rita, "Add tasks");
      await eventually(world, async () => (await rita.modal())?.submit === "Check the rows");
      await rita.fill({ "Or pasted lines": link });
      await rita.submit();
      await modalSays(world, rita, "All rows are good");
      await rita.submit();
      await eventually(world, async () =>
        (await world.toloka.ledger()).some(
          (call) =>
            call.path === "/api/v1/tasks" &&
            call.method === "POST" &&
            JSON.stringify(call.body).includes(link),
        ),
      );
    };
    await upload(
      () => rita.press("Add tasks", { channel, ts: empty.ts }),
      "https://example.com/from-the-card.jpg",
    );
    await threadSays(world, empty, "Ready");
    await upload(
      () => rita.command(channel, `/toloka tasks ${poolId}`),
      "https://example.com/by-command.jpg",
    );
    await eventually(world, async () => {
      const thread = await world.slack.as("lena").thread(channel, empty.ts);
      return thread.filter((message) => message.text.includes("*Ready:*")).length === 2;
    });
    expect(await cardsWith("Alone at first")).toBe(1);
  });

  test("add tasks to a pool that was made elsewhere, on a card of its own", async () => {
    const alan = world.slack.as("alan");
    const poolId = await makeEmptyPool(world, await makeProject(world), "Elsewhere", 86_400_000);
    await alan.command(channel, `/toloka tasks ${poolId}`);
    await eventually(world, async () => (await alan.modal())?.submit === "Check the rows");
    expect((await alan.modal())?.text).toContain(`Pool ${poolId}: Elsewhere`);
    await alan.fill({ "Or pasted lines": "https://example.com/1.jpg\nhttps://example.com/2.jpg" });
    await alan.submit();
    await modalSays(world, alan, "All rows are good");
    await alan.submit();
    const card = await cardOf(world, "Elsewhere", ({ text }) => text.includes("Request opening"));
    await threadSays(world, card, "Ready");
    const answer = z
      .looseObject({ items: z.array(task) })
      .parse(await world.callToloka("GET", `/tasks?pool_id=${poolId}`));
    expect(answer.items.map((item) => item.input_values)).toEqual([
      { image: "https://example.com/1.jpg" },
      { image: "https://example.com/2.jpg" },
    ]);
  });

  test("were all taken by Slack", async () => {
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});
