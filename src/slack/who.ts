import type { Answer } from "../domain/answer.ts";
import { outsiderWords } from "../domain/outsider.ts";
import type { Deps } from "../use-cases/deps.ts";
import { type Person, SlackFailure } from "../use-cases/ports.ts";

type Refused = Extract<Answer, { type: "refused" }>;

/** A full member, or the answer for everybody else. */
export type Identified = { readonly person: Person } | { readonly answer: Refused };

const no = (wrong: string, next: string): Identified => ({
  answer: {
    type: "refused",
    environment: "sandbox",
    refusal: { understood: "You want to use this app", wrong, next, suggestion: null },
    requestId: null,
  },
});

/** Reads from Slack, now, who acts. Only full members of the home workspace pass; no answer is a no. */
export const identify = async (deps: Deps, userId: string): Promise<Identified> => {
  try {
    const person = await deps.people.find(userId);
    if (person.kind === "member") return { person };
    const { wrong, next } = outsiderWords(person.kind);
    return no(wrong, next);
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    deps.log.warn({ user: userId, code: error.code }, "a person could not be read from Slack");
    return no("Slack did not tell me who you are, so nothing was done.", "Try again in a moment.");
  }
};
