import type { AnswerRow } from "../../../src/domain/results/answer-row.ts";
import type { Assignment } from "../../../src/domain/toloka-results.ts";

/** An accepted answer to a general task, with whatever a test needs to differ. */
export const makeRow = (differing: Partial<AnswerRow> = {}): AnswerRow => ({
  assignmentId: "a-1",
  suiteId: "s-1",
  taskId: "t-1",
  status: "ACCEPTED",
  worker: 1,
  submitted: "2026-11-27T16:00:00.000Z",
  isGolden: false,
  input: { image: "1.jpg" },
  output: { result: "cat" },
  ...differing,
});

/** An accepted suite of two tasks, with whatever a test needs to differ. */
export const makeAssignment = (differing: Partial<Assignment> = {}): Assignment => ({
  id: "a-1",
  suiteId: "s-1",
  poolId: "4711",
  userId: "somebody",
  status: "ACCEPTED",
  rewardMicros: 20_000,
  tasks: [
    { id: "t-1", inputValues: { image: "1.jpg" }, hasKnownSolutions: false },
    { id: "t-2", inputValues: { image: "2.jpg" }, hasKnownSolutions: true },
  ],
  solutions: [{ result: "cat" }, { result: "dog" }],
  publicComment: "",
  created: new Date("2026-11-27T15:59:00.000Z"),
  submitted: new Date("2026-11-27T16:00:00.000Z"),
  accepted: null,
  rejected: null,
  raw: {},
  ...differing,
});
