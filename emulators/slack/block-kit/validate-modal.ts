import type { Complaint } from "./complaint.ts";
import { member } from "./json.ts";
import { blockParts } from "./parts.ts";
import { flag } from "./scalar-rules.ts";
import { missing, object, tagged } from "./shape-rules.ts";
import { plainText } from "./text-objects.ts";
import { uniqueness } from "./uniqueness.ts";
import { viewMay, viewNeeds } from "./view-members.ts";

const button = plainText(24);

const modal = tagged({
  modal: object(
    { ...viewNeeds("modal"), title: plainText(24) },
    { ...viewMay, submit: button, close: button, clear_on_close: flag, notify_on_close: flag },
  ),
});

/** All that Slack would refuse in the `view` of `views.open`, `views.push` and `views.update`; pointers start with `/view`. */
export const validateModal = (view: unknown): Complaint[] => {
  const parts = blockParts(view, "/view");
  const asks = parts.some(({ content }) => member(content, "type") === "input");
  return [
    ...modal(view, "/view"),
    ...(asks && member(view, "submit") === undefined ? [missing("/view", "submit")] : []),
    ...uniqueness(parts),
  ];
};
