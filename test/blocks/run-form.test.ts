import { describe, expect, test } from "vitest";
import { z } from "zod";
import { denyForm } from "../../blocks/deny-form.ts";
import { fieldBlockId, fieldOf } from "../../blocks/ids.ts";
import { runForm } from "../../blocks/run-form.ts";
import { messageForm, skeletonForm } from "../../blocks/skeleton-form.ts";
import { validateModal } from "../../emulators/slack/block-kit/validate-modal.ts";
import {
  cost,
  facts,
  poolBody,
  projectBody,
  report,
  run,
} from "../../playground/gallery/samples.ts";
import type { Run } from "../../src/domain/run.ts";
import { buttonsOf, textsOf } from "./shown.ts";

const fresh: Partial<Run> = {
  status: "draft",
  request: null,
  poolId: null,
  poolName: null,
  projectId: null,
  projectName: null,
  poolBody: null,
  willExpire: null,
};
const form = (changes: Partial<Run>, more = {}) =>
  runForm(run({ ...fresh, ...changes }), facts(more));

const inputBlock = z.looseObject({
  type: z.literal("input"),
  block_id: z.string(),
  optional: z.boolean(),
  element: z.looseObject({}),
});
const inputsOf = (view: { blocks: readonly unknown[] }) =>
  view.blocks.flatMap((block) => {
    const input = inputBlock.safeParse(block);
    return input.success ? [input.data] : [];
  });
const inputOf = (view: { blocks: readonly unknown[] }, blockId: string) =>
  inputsOf(view).find((input) => input.block_id === blockId);

test("the steps of a run are named, and the environment stands on each", () => {
  const shown = (["start", "project", "pool", "tasks", "report", "review"] as const).map((page) => {
    const view = form({ page, report: { ...report, badRows: 0 } });
    return [view.title.text, view.submit?.text, textsOf(view)[0], buttonsOf(view).slice(-2)];
  });
  expect(shown).toEqual([
    ["New run", "Next", "Step 1 of 5 · *SANDBOX*", ["Save draft"]],
    ["New run: project", "Next", "Step 2 of 5 · *SANDBOX*", ["Back", "Save draft"]],
    ["New run: pool", "Next", "Step 3 of 5 · *SANDBOX*", ["Back", "Save draft"]],
    ["New run: tasks", "Check the rows", "Step 4 of 5 · *SANDBOX*", ["Back", "Save draft"]],
    ["Check of the tasks", "Next", "Step 4 of 5 · *SANDBOX*", ["Back", "Save draft"]],
    ["New run: review", "Send for approval", "Step 5 of 5 · *SANDBOX*", ["Back", "Save draft"]],
  ]);
});

test("single forms say what their button does, and production in capitals", () => {
  const shown = [
    form({ kind: "project", page: "project", environment: "production" }),
    form({ kind: "pool", page: "pool", environment: "production" }),
    form({ kind: "tasks", page: "tasks", environment: "production" }),
    form({
      kind: "tasks",
      page: "report",
      environment: "production",
      report,
      leaveOutBadRows: true,
    }),
  ].map((view) => [view.title.text, view.submit?.text, textsOf(view)[0]]);
  expect(shown).toEqual([
    ["New project", "Create project", "*PRODUCTION*"],
    ["New pool", "Create pool", "*PRODUCTION*"],
    ["Add tasks", "Check the rows", "*PRODUCTION*"],
    ["Check of the tasks", "Upload", "*PRODUCTION*"],
  ]);
});

test("a form carries the run, its version and its page, and nothing else", () => {
  expect(form({ page: "pool" }).private_metadata).toBe('{"run":"run-1","version":7,"page":"pool"}');
});

describe("the project page", () => {
  test("another kind of task gets inputs of its own, so that its defaults are shown", () => {
    const view = form(
      { page: "project", input: { project: { task_kind: "free_text" } } },
      { defaults: { input_fields: "text: string" } },
    );
    expect(inputsOf(view).map((input) => input.block_id)).toEqual([
      "public_name",
      "public_description",
      "public_instructions",
      "task_kind",
      "input_fields:free_text",
      "output_fields:free_text",
      "view:free_text",
    ]);
    expect(inputOf(view, "input_fields:free_text")?.element.initial_value).toBe("text: string");
    expect(inputOf(view, "task_kind")).toMatchObject({
      dispatch_action: true,
      element: { action_id: "task_kind", initial_option: { value: "free_text" } },
    });
  });

  test("only the own view must be given", () => {
    const optional = (kind: string) => {
      const view = form({ page: "project", input: { project: { task_kind: kind } } });
      return inputOf(view, `view:${kind}`)?.optional;
    };
    expect([optional("image_choice"), optional("own_json")]).toEqual([true, false]);
  });

  test("what was typed comes before a default", () => {
    const view = form(
      { page: "project", input: { project: { public_name: "Shoes" } } },
      { defaults: { public_name: "Default" } },
    );
    expect(inputOf(view, "public_name")?.element.initial_value).toBe("Shoes");
  });
});

describe("the pool page", () => {
  test("adult content has no default; the rest is filled from the defaults", () => {
    const view = form(
      { page: "pool" },
      {
        defaults: {
          will_expire: "1795795200",
          overlap: "3",
          languages: ["RU"],
          quality: ["captcha"],
        },
      },
    );
    const initial = Object.fromEntries(
      inputsOf(view).map(({ block_id, element }) => [
        block_id,
        Object.entries(element).find(([key]) => key.startsWith("initial"))?.[1] ?? null,
      ]),
    );
    expect(initial).toMatchObject({
      may_contain_adult_content: null,
      will_expire: 1_795_795_200,
      overlap: "3",
      languages: [{ value: "RU" }],
      quality: [{ value: "captcha" }],
      acceptance: { value: "automatic" },
    });
  });

  test("a number that Slack would refuse is not put in", () => {
    const view = form({ page: "pool", input: { pool: { overlap: "1,5", will_expire: "soon" } } });
    expect([
      inputOf(view, "overlap")?.element.initial_value,
      inputOf(view, "will_expire")?.element.initial_date_time,
    ]).toEqual([undefined, undefined]);
  });

  test("a warning stands under its field", () => {
    const view = form(
      { page: "pool" },
      { notes: { overlap: "Overlap 12? Most tasks need 3 to 5." } },
    );
    expect(textsOf(view)).toContain("Please note: Overlap 12? Most tasks need 3 to 5.");
  });

  test("only the form for a single pool asks for the project", () => {
    const asks = (kind: Run["kind"]) =>
      inputOf(form({ kind, page: "pool" }), "project") !== undefined;
    expect([asks("pool"), asks("run")]).toEqual([true, false]);
  });
});

describe("the start page", () => {
  test("the environment is asked for only between several", () => {
    const asks = (environments: readonly string[]) =>
      inputOf(form({ page: "start" }, { environments }), "environment") !== undefined;
    expect([asks(["sandbox"]), asks(["sandbox", "production"])]).toEqual([false, true]);
  });
});

describe("the report page", () => {
  test("bad rows must be decided on before going on", () => {
    const view = form({ page: "report", report });
    expect([view.submit, textsOf(view), buttonsOf(view)]).toEqual([
      undefined,
      [
        "Step 4 of 5 · *SANDBOX*",
        "*1 row cannot be sent.* Nothing was sent yet.",
        "File “shoes.csv”: 4 rows\n*3 good rows* · *1 bad row* · 0 golden · 0 training · 0 duplicates\nColumns: `image` → input image",
        "Row 2, *image*: must be a link starting with http or https (url) - you have `photos/12.jpg`",
      ],
      ["Fix and upload again", "Continue without the 1 bad row", "Back", "Save draft"],
    ]);
  });

  test.each([
    ["a file that cannot be read", { ...report, fatal: "This is an Excel file; save it as CSV." }],
    ["a file without a good row", { ...report, good: 0 }],
  ])("%s can only be replaced", (_, bad) => {
    const view = form({ page: "report", report: bad });
    expect([view.submit, buttonsOf(view)]).toEqual([
      undefined,
      ["Fix and upload again", "Back", "Save draft"],
    ]);
  });

  test("while the rows are checked there is nothing to press but Save", () => {
    const view = form({ kind: "tasks", page: "report", report: null }, { checking: true });
    expect([view.submit, buttonsOf(view)]).toEqual([undefined, ["Save draft"]]);
  });
});

test("the review shows what will be sent and what it costs, and wants a reason", () => {
  const view = form(
    { page: "review", poolBody, projectBody, report, leaveOutBadRows: true },
    { cost, balanceMicros: 1_000_000 },
  );
  expect(textsOf(view)).toEqual([
    "Step 5 of 5 · *SANDBOX*",
    "*SANDBOX* · “Shoes pool 1”\nProject “Categories of shoes”\n3 tasks · 2 answers each · 3 tasks a suite · $0.02 a suite · closes <!date^1795795200^{date_short_pretty} {time}|2026-11-27 16:00 UTC> (2026-11-27 16:00 UTC)\n1 bad row left out",
    "Planned *$0.052* with fee · at most *$0.052* · 2 suites to pay\nOf this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite",
    "Balance $1.00 · after this $0.948",
    "After your click: the project is created, the pool is created and stays closed, 3 tasks are uploaded and read back, the request is posted on the run's card. Nothing opens until somebody who may approve does so there.",
  ]);
  expect(inputOf(view, "reason")).toMatchObject({ optional: false, element: { min_length: 10 } });
});

test("the review repeats the warnings of earlier pages", () => {
  const view = form({ page: "review", poolBody }, { notes: { overlap: "Overlap 12?" } });
  expect(textsOf(view)).toContain("Please note: Overlap 12?");
});

test("a reason that was saved too short does not keep the form from opening", () => {
  const shortest = (reason: string) =>
    inputOf(form({ page: "review", input: { review: { reason } } }), "reason")?.element.min_length;
  expect([shortest("too short"), shortest("long enough")]).toEqual([undefined, 10]);
});

test("forms without a run pass Slack's rules", () => {
  const views = [
    skeletonForm("One moment", "Reading from Toloka…"),
    messageForm("A title that is much too long for Slack", "x".repeat(4000)),
    denyForm({ runId: "run-1", version: 7, poolName: "Shoes pool 1" }),
  ];
  expect(views.map(validateModal)).toEqual([[], [], []]);
});

test("a field is found again from its block id", () => {
  expect([fieldOf(fieldBlockId("view", "own_json")), fieldOf(fieldBlockId("overlap"))]).toEqual([
    "view",
    "overlap",
  ]);
});
