import { line, type Payload, plain, richText } from "./parts.ts";

const task = (status: string): Payload => ({
  ...{ type: "task_card", task_id: `task-${status}`, title: `A task: ${status}`, status },
});

const thumb = (text: string): Payload => ({ text: plain(text), value: text });

/** Blocks of messages that are written by agents, by name. */
export const agentBlocks: { readonly [name: string]: readonly Payload[] } = {
  plan: [
    {
      ...{ type: "plan", title: "A plan" },
      tasks: ["complete", "in_progress", "pending"].map(task),
    },
  ],
  task_card: [
    ...["pending", "in_progress", "error"].map(task),
    {
      ...task("complete"),
      details: richText(line("What was done")),
      output: richText(line("What came of it")),
      sources: [{ type: "url", url: "https://toloka.example", text: "Where it is written" }],
    },
  ],
  context_actions: [
    {
      type: "context_actions",
      elements: [
        {
          ...{ type: "feedback_buttons", action_id: "feedback" },
          positive_button: thumb("Good answer"),
          negative_button: thumb("Bad answer"),
        },
        { type: "icon_button", icon: "trash", text: plain("Delete"), action_id: "delete" },
      ],
    },
  ],
};
