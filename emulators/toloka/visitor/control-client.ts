import { z } from "zod";
import type { JsonObject } from "../json.ts";

const takenSchema = z.object({
  work: z.object({ assignment_id: z.string(), tasks: z.array(z.record(z.string(), z.unknown())) }),
});
const outcomeSchema = z.looseObject({ kind: z.string() });

/** The Toloker at the screen, typed. Each method throws an Error with the server's text when refused. */
export type VisitorControl = {
  /** Takes a suite of an open pool. */
  takeWork(poolId: string): Promise<{ readonly id: string; readonly tasks: readonly JsonObject[] }>;
  /** Hands a suite in; `answers` are output values in the order of its tasks. */
  submitWork(id: string, answers: readonly JsonObject[]): Promise<void>;
  skipWork(id: string): Promise<void>;
};

/** Sends a request of the control API and reads its answer. */
type Caller = <T>(method: string, path: string, schema: z.ZodType<T>, body?: object) => Promise<T>;

/** The visitor's calls over `call`. */
export function visitorControl(call: Caller): VisitorControl {
  const done = async (id: string, act: string, wanted: string, body: object): Promise<void> => {
    const outcome = await call("POST", `/visitor/work/${id}/${act}`, outcomeSchema, body);
    if (outcome.kind !== wanted) throw new Error(`${act} ${id}: ${JSON.stringify(outcome)}`);
  };
  return {
    async takeWork(poolId) {
      const { work } = await call("POST", `/visitor/pools/${poolId}/take`, takenSchema, {});
      return { id: work.assignment_id, tasks: work.tasks };
    },
    submitWork: (id, answers) => done(id, "submit", "taken", { answers }),
    skipWork: (id) => done(id, "skip", "skipped", {}),
  };
}
