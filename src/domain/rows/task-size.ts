import { Buffer } from "node:buffer";
import type { TaskRow } from "../plan.ts";

/** Tasks in one upload, and bytes of its JSON: both under Toloka's own bounds (5,000 and 1,048,576). */
export const chunkBounds = { tasks: 5_000, bytes: 1_000_000 } as const;

/** Room for `"pool_id":"...",` with the longest id, an `overlap` and the comma after the task. */
const extraBytes = 80;

/** Bytes a task takes at most in the JSON of an upload, its pool included. */
export const taskBytes = (task: TaskRow): number =>
  Buffer.byteLength(JSON.stringify(task), "utf8") + extraBytes;

/** The two brackets around the tasks. */
export const frameBytes = 2;
