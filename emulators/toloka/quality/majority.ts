import type { JsonObject } from "../json.ts";
import type { Assignment } from "../work/entities.ts";

/** One Toloker's answer to a task. */
export type Vote = { userId: string; answer: string };

/** The answers to a task in order of submission, rejected work left out. */
export function votesOn(taskId: string, answers: readonly Assignment[]): Vote[] {
  return answers.flatMap((assignment) => {
    const values = answerOf(assignment, taskId);
    if (values === undefined || assignment.status === "REJECTED") return [];
    return [{ userId: assignment.userId, answer: canonical(values) }];
  });
}

/** The output values that some work has for a task. */
export function answerOf(assignment: Assignment, taskId: string): JsonObject | undefined {
  return assignment.solutions?.[assignment.taskIds.indexOf(taskId)];
}

/**
 * What the newest vote settles: nothing while no answer has `threshold` votes; all votes so far when it
 * makes a majority; itself alone when there was one before. The first answer to get there stays it.
 */
export function settledBy(
  votes: readonly Vote[],
  threshold: number,
): { userId: string; correct: boolean }[] {
  const counts = new Map<string, number>();
  for (const [index, { answer }] of votes.entries()) {
    const count = (counts.get(answer) ?? 0) + 1;
    counts.set(answer, count);
    if (count < threshold) continue;
    const settled = index === votes.length - 1 ? votes : votes.slice(-1);
    return settled.map((vote) => ({ userId: vote.userId, correct: vote.answer === answer }));
  }
  return [];
}

/** A text that is equal for equal answers, whatever the order of their members. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
}
