import type { Rule } from "./rule.ts";
import { string } from "./scalar-rules.ts";
import { anything, object } from "./shape-rules.ts";

type Members = Readonly<Record<string, Rule>>;

/** A block: its own members, `type`, and a `block_id` that Slack invents when it is missing. */
export const layout = (need: Members, may: Members = {}): Rule =>
  object({ type: anything, ...need }, { block_id: string(255), ...may });
