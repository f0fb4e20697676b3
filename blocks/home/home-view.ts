import type { types } from "@slack/bolt";
import type { Home } from "../../src/domain/home.ts";
import { outsiderWords } from "../../src/domain/outsider.ts";
import { sections } from "../block.ts";
import { memberBlocks } from "./member-blocks.ts";

/** Slack's limit of a Home, in blocks. */
const most = 100;

/** The Home tab of one person. */
export const homeView = (home: Home): types.HomeView => {
  if (home.kind === "member") {
    return { type: "home", blocks: memberBlocks(home).slice(0, most) };
  }
  const { wrong, next } = outsiderWords(home.who);
  return { type: "home", blocks: sections([`*${wrong}*`, next]) };
};
