import type { types } from "@slack/bolt";
import type { HomeBalance, HomeEnvironment } from "../../src/domain/home.ts";
import { button, section, sectionWith } from "../block.ts";
import { environmentTag } from "../environment-word.ts";
import { actions, environmentValue } from "../ids.ts";
import { dollars } from "../text.ts";
import { dateToken } from "../times.ts";

const balanceWords = (balance: HomeBalance): string[] => {
  switch (balance.kind) {
    case "hidden":
      return [];
    case "asking":
      return ["balance: asking Toloka …"];
    case "known":
      return [`balance *${dollars(balance.micros)}*, ${dateToken(balance.at)}`];
    case "silent":
      return [`balance not known: Toloka did not answer, ${dateToken(balance.at)}`];
  }
};

const meanings = { sandbox: "practice, no real money", production: "real people, real money" };

const words = ({ environment, mayStart, balance }: HomeEnvironment): string =>
  [
    `${environmentTag(environment)} ${meanings[environment]}`,
    ...(mayStart ? [] : ["nothing can be asked for: the policy names no approvers"]),
    ...balanceWords(balance),
  ].join(" · ");

/** One line an environment: what it is for, its money, and with `starts` the way to a new run. */
export const environmentBlocks = (
  environments: readonly HomeEnvironment[],
  starts: boolean,
): types.KnownBlock[] =>
  environments.length === 0
    ? [section("No Toloka key is set up in this installation.")]
    : environments.map((each) =>
        sectionWith(
          words(each),
          starts && each.mayStart
            ? button("New run", actions.newRun, environmentValue(each.environment))
            : null,
        ),
      );
