import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerForm } from "./demo-listeners.ts";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startHttpApp(workspace, registerForm);
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});

/** Opens the form as rita and returns her. */
async function openForm() {
  const rita = workspace.control.as("rita");
  await rita.command("#labelling", "/demo now");
  await workspace.control.waitFor(async () => (await rita.modal())?.title === "Order");
  return rita;
}

describe("a form in a modal", () => {
  test("a command opens a form that the person reads with its initial values", async () => {
    const rita = await openForm();
    const modal = await rita.modal();
    expect({
      title: modal?.title,
      submit: modal?.submit,
      close: modal?.close,
      depth: modal?.depth,
      privateMetadata: modal?.privateMetadata,
      fields: modal?.fields.map(({ label, type, value, options, optional }) => ({
        label,
        type,
        value,
        options,
        optional,
      })),
      buttons: modal?.buttons.map(({ text }) => text),
    }).toEqual({
      title: "Order",
      submit: "Send",
      close: "Never mind",
      depth: 1,
      privateMetadata: "draft-7",
      fields: [
        { label: "Name", type: "plain_text_input", value: null, options: null, optional: false },
        { label: "Price", type: "number_input", value: "0.02", options: null, optional: false },
        {
          label: "Adult content",
          type: "radio_buttons",
          value: null,
          options: ["Yes", "No"],
          optional: false,
        },
        { label: "Project", type: "external_select", value: null, options: null, optional: true },
      ],
      buttons: ["Details"],
    });
  });

  test("what Slack's own form would refuse is not sent", async () => {
    const rita = await openForm();
    await expect(rita.fill({ Name: "x".repeat(21) })).rejects.toMatchObject({ code: "too_long" });
    await expect(rita.fill({ Price: "two" })).rejects.toMatchObject({ code: "not_a_number" });
    await expect(rita.fill({ "Adult content": "Maybe" })).rejects.toMatchObject({
      code: "no_such_option",
    });
    await rita.fill({ Price: "0.001" });
    const result = await rita.submit();
    expect([result.sent, result.problems]).toEqual([
      false,
      {
        Name: "Please complete this required field.",
        Price: "Please enter a number greater than or equal to 0.005.",
        "Adult content": "Please complete this required field.",
      },
    ]);
  });

  test("the state of a submission has what was typed, what was chosen and untouched initial values", async () => {
    const rita = await openForm();
    expect(await rita.suggest("Project", "Sh")).toEqual(["Shoes", "Shirts"]);
    await rita.fill({ Name: "batch 14", "Adult content": "No" });
    await rita.choose("Project", "Shoes");
    const result = await rita.submit();
    expect([result.status, result.httpStatus, await rita.modal()]).toEqual(["acked", 200, null]);
    const [sent] = (await workspace.control.entries("delivery")).slice(-1);
    expect(sent?.payload).toMatchObject({
      type: "view_submission",
      user: { id: "U0RITA0001", username: "rita", name: "rita", team_id: "T0LIFEGRD" },
      view: {
        callback_id: "order",
        private_metadata: "draft-7",
        state: {
          values: {
            name: { text: { type: "plain_text_input", value: "batch 14" } },
            price: { number: { type: "number_input", value: "0.02" } },
            adult: {
              choice: {
                type: "radio_buttons",
                selected_option: { text: { type: "plain_text", text: "No" }, value: "no" },
              },
            },
            project: {
              search: {
                type: "external_select",
                selected_option: { text: { type: "plain_text", text: "Shoes" }, value: "Shoes" },
              },
            },
          },
        },
      },
    });
  });

  test("errors of the app stand at their field and the typed values stay", async () => {
    const rita = await openForm();
    await rita.fill({ Name: "bad", "Adult content": "Yes" });
    await rita.submit();
    const modal = await rita.modal();
    expect([modal?.errors, modal?.fields.map(({ value }) => value)]).toEqual([
      ["This name is taken."],
      ["bad", "0.02", "Yes", null],
    ]);
  });

  test("errors at a block that is not there are a violation and trouble for the person", async () => {
    const rita = await openForm();
    await rita.fill({ Name: "nonsense", "Adult content": "Yes" });
    await rita.submit();
    const [violation] = (await workspace.control.entries("violation")).slice(-1);
    expect([violation?.messages, (await rita.modal())?.errors]).toEqual([
      ["errors names a block that is no input block: nowhere"],
      ["We had some trouble connecting. Try again?"],
    ]);
  });

  test("a submission can be answered with another view in place of the first", async () => {
    const rita = await openForm();
    await rita.fill({ Name: "next", "Adult content": "Yes" });
    await rita.submit();
    const modal = await rita.modal();
    expect([modal?.title, modal?.text, modal?.depth]).toEqual(["Done", "Sent *next*", 1]);
  });

  test("three views may lie on each other, a fourth is refused", async () => {
    const rita = await openForm();
    for (const depth of [2, 3]) {
      await rita.press("Details");
      await workspace.control.waitFor(async () => (await rita.modal())?.depth === depth);
    }
    await rita.press("Details");
    const refused = await workspace.control.waitFor(async () =>
      (await workspace.control.entries("api")).find(
        (call) => call.method === "views.push" && !call.ok,
      ),
    );
    expect(refused.error).toBe("push_limit_reached");
    const closed = await rita.close({ all: true });
    const notices = (await workspace.control.entries("delivery")).filter(
      ({ type }) => type === "view_closed",
    );
    expect([
      closed.status,
      await rita.modal(),
      notices.slice(-3).map(({ payload }) => [payload.is_cleared, payload.view]),
    ]).toEqual([
      "acked",
      null,
      [3, 2, 1].map(() => [true, expect.objectContaining({ state: { values: {} } })]),
    ]);
  });
});
