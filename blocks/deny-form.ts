import type { types } from "@slack/bolt";
import { reviewFields } from "../src/domain/form.ts";
import { section } from "./block.ts";
import { textInput } from "./forms/inputs.ts";
import { callbacks, runValue } from "./ids.ts";
import { plain, quoted } from "./text.ts";

/** The request that is about to be denied. */
type DenyFacts = { readonly runId: string; readonly version: number; readonly poolName: string };

/** Asks why a request is denied; the requester and the thread read it. */
export const denyForm = (facts: DenyFacts): types.ModalView => ({
  type: "modal",
  callback_id: callbacks.deny,
  private_metadata: runValue({ id: facts.runId, version: facts.version }),
  title: plain("Deny the request", 24),
  submit: plain("Deny", 24),
  close: plain("Not yet", 24),
  blocks: [
    section(`The request to open ${quoted(facts.poolName)} ends, and the requester is told why.`),
    {
      type: "input",
      block_id: reviewFields.reason,
      label: plain("Reason", 2000),
      hint: plain("At least 10 characters.", 2000),
      optional: false,
      element: textInput({ initial: "", min: 10, max: 500, multiline: true }),
    },
  ],
});
