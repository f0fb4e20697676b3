import { blocksOn } from "./blocks.ts";
import type { Rule } from "./rule.ts";
import { string } from "./scalar-rules.ts";
import { anything } from "./shape-rules.ts";

const mostBlocks = 100;

/** What every view must have. */
export const viewNeeds = (surface: "modal" | "home"): Readonly<Record<string, Rule>> => ({
  type: anything,
  blocks: blocksOn(surface, mostBlocks),
});

/** What every view may have; Slack itself answers with empty strings here, so it takes them back. */
export const viewMay: Readonly<Record<string, Rule>> = {
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
};
