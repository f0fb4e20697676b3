import type { Rule } from "./rule.ts";
import { string } from "./scalar-rules.ts";
import { anything, object } from "./shape-rules.ts";

type Members = Readonly<Record<string, Rule>>;

/** An element that people act on: its own members, `type`, and an `action_id` that Slack invents when it is missing. */
export const interactive = (need: Members, may: Members): Rule =>
  object({ type: anything, ...need }, { action_id: string(255), ...may });
