import type { types } from "@slack/bolt";
import { channelField } from "../../src/domain/form.ts";
import { asksForChannel } from "../../src/domain/forms/asks-for-channel.ts";
import type { Run } from "../../src/domain/run.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { fieldSource, textOf } from "./form-page.ts";
import { channelSelect } from "./inputs.ts";

/** Asks where the card and its thread go, when the run was not started in a channel. */
export const channelBlocks = (run: Run, facts: FormFacts): types.KnownBlock[] => {
  if (!asksForChannel(run)) return [];
  const source = fieldSource(run, facts);
  return ask(
    source,
    channelField,
    {
      label: "Post updates in",
      hint: "The card and its thread go there. I have to be in that channel: /invite me.",
    },
    channelSelect(textOf(source, channelField)),
  );
};
