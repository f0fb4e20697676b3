import type { Trouble } from "../src/domain/run.ts";
import { code, short } from "./text.ts";

/** Toloka's code and request id, for its support; empty when there is neither. */
const supportLine = (trouble: Pick<Trouble, "code" | "requestId">): string =>
  [
    ...(trouble.code === null ? [] : [`code ${code(trouble.code, 80)}`]),
    ...(trouble.requestId === null ? [] : [`request id ${code(trouble.requestId, 80)}`]),
  ].join(" · ");

/** What stopped the bot, what to do, and what to tell Toloka's support. */
export const troubleLines = (trouble: Trouble): string[] => {
  const support = supportLine(trouble);
  return [
    short(trouble.what, 600),
    `*Next:* ${short(trouble.next, 400)}`,
    ...(support === "" ? [] : [support]),
  ];
};
