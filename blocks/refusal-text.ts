import type { Refusal } from "../src/domain/refusal.ts";

/** A refusal in its three parts, as the plain text of a modal. */
export const refusalText = (refusal: Refusal): string =>
  [
    `I understood: ${refusal.understood}`,
    `What is wrong: ${refusal.wrong}`,
    `What to do: ${refusal.next}`,
    ...(refusal.suggestion === null ? [] : [`Try ${refusal.suggestion}`]),
  ].join("\n\n");
