import type { Complaint } from "./complaint.ts";
import { blockParts } from "./parts.ts";
import { object, tagged } from "./shape-rules.ts";
import { uniqueness } from "./uniqueness.ts";
import { viewMay, viewNeeds } from "./view-members.ts";

const home = tagged({ home: object(viewNeeds("home"), viewMay) });

/** All that Slack would refuse in the `view` of `views.publish`; pointers start with `/view`. */
export const validateHome = (view: unknown): Complaint[] => [
  ...home(view, "/view"),
  ...uniqueness(blockParts(view, "/view")),
];
