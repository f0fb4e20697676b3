import type { Answer } from "../domain/answer.ts";

/** What a person is told when something failed that nobody foresaw. */
const broken: Answer = {
  type: "refused",
  environment: "sandbox",
  refusal: {
    understood: "You asked me for something",
    wrong: "It failed on my side before I could answer, so I cannot say whether it was recorded.",
    next: "Look at the run's card, then try again. If it stays, tell whoever runs this bot.",
    suggestion: null,
  },
  requestId: null,
};

/** Does the work and says its answer; a failure is told to the person too, and then logged as one. */
export const answering = async (
  say: (answer: Answer) => Promise<void>,
  work: () => Promise<Answer | null>,
): Promise<void> => {
  let answer: Answer | null;
  try {
    answer = await work();
  } catch (error) {
    await say(broken);
    throw error;
  }
  if (answer !== null) await say(answer);
};
