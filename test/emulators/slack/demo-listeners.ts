import type { App, types } from "@slack/bolt";

const plain = (text: string): types.PlainTextElement => ({ type: "plain_text", text });

/** A small form with one field of each common kind. */
export function demoForm(title = "Order"): types.ModalView {
  return {
    type: "modal",
    callback_id: "order",
    private_metadata: "draft-7",
    notify_on_close: true,
    title: plain(title),
    submit: plain("Send"),
    close: plain("Never mind"),
    blocks: [
      {
        type: "input",
        block_id: "name",
        label: plain("Name"),
        element: { type: "plain_text_input", action_id: "text", max_length: 20 },
      },
      {
        type: "input",
        block_id: "price",
        label: plain("Price"),
        element: {
          type: "number_input",
          action_id: "number",
          is_decimal_allowed: true,
          initial_value: "0.02",
          min_value: "0.005",
        },
      },
      {
        type: "input",
        block_id: "adult",
        label: plain("Adult content"),
        element: {
          type: "radio_buttons",
          action_id: "choice",
          options: [
            { text: plain("Yes"), value: "yes" },
            { text: plain("No"), value: "no" },
          ],
        },
      },
      {
        type: "input",
        block_id: "project",
        optional: true,
        label: plain("Project"),
        element: { type: "external_select", action_id: "search", min_query_length: 1 },
      },
      {
        type: "actions",
        block_id: "more",
        elements: [{ type: "button", action_id: "deeper", text: plain("Details"), value: "d" }],
      },
    ],
  };
}

/** A view with nothing but text. */
export function textView(title: string, text: string): types.ModalView {
  return {
    type: "modal",
    title: plain(title),
    blocks: [{ type: "section", text: { type: "mrkdwn", text } }],
  };
}

/** A message with a button that asks for confirmation and one that does not. */
export const askingBlocks: types.KnownBlock[] = [
  { type: "section", text: { type: "mrkdwn", text: "*Open* pool 4711 for <@U0RITA0001>?" } },
  {
    type: "actions",
    block_id: "vote",
    elements: [
      {
        type: "button",
        action_id: "approve",
        style: "primary",
        value: "v1",
        text: plain("Approve"),
        confirm: {
          title: plain("Spend 0.04?"),
          text: plain("This opens the pool."),
          confirm: plain("Open it"),
          deny: plain("Back"),
        },
      },
      { type: "button", action_id: "deny", text: plain("Deny"), value: "v2" },
    ],
  },
];

/** Opens the form on `/demo`, checks it on submission. */
export function registerForm(app: App): void {
  app.command("/demo", async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: demoForm() });
  });
  app.options("search", async ({ ack, options }) => {
    const found = ["Shoes", "Shirts"].filter((name) => name.startsWith(options.value));
    await ack({ options: found.map((name) => ({ text: plain(name), value: name })) });
  });
  app.action("deeper", async ({ ack, body, client }) => {
    await ack();
    if (body.type !== "block_actions") return;
    await client.views.push({
      trigger_id: body.trigger_id,
      view: { ...demoForm("Deeper"), callback_id: "deeper" },
    });
  });
  app.view("order", async ({ ack, view }) => {
    const name = view.state.values.name?.text?.value ?? "";
    if (name === "bad") {
      await ack({ response_action: "errors", errors: { name: "This name is taken." } });
    } else if (name === "nonsense") {
      await ack({ response_action: "errors", errors: { nowhere: "There is no such block." } });
    } else if (name === "next") {
      await ack({ response_action: "update", view: textView("Done", "Sent *next*") });
    } else {
      await ack();
    }
  });
  for (const callback_id of ["order", "deeper"]) {
    app.view({ type: "view_closed", callback_id }, async ({ ack }) => {
      await ack();
    });
  }
}
