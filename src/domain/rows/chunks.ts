import type { TaskRow } from "../plan.ts";
import { chunkBounds, frameBytes, taskBytes } from "./task-size.ts";

/** Rows for one upload. `ordinal` counts from 0. */
export type RowChunk = { readonly ordinal: number; readonly rows: readonly TaskRow[] };

/** Collects accepted rows into uploads of at most 5,000 tasks and 1,000,000 bytes. */
export type Chunker = {
  /** Answers the chunk that was full before this row. */
  readonly add: (task: TaskRow) => RowChunk | null;
  /** The last chunk; null when nothing is left. */
  readonly rest: () => RowChunk | null;
};

/** Starts an empty chunker. The same rows in the same order always give the same chunks. */
export const createChunker = (): Chunker => {
  let rows: TaskRow[] = [];
  let bytes = frameBytes;
  let ordinal = 0;
  const rest = (): RowChunk | null => {
    if (rows.length === 0) return null;
    const chunk = { ordinal, rows };
    rows = [];
    bytes = frameBytes;
    ordinal += 1;
    return chunk;
  };
  const add = (task: TaskRow): RowChunk | null => {
    const size = taskBytes(task);
    const isFull = rows.length >= chunkBounds.tasks || bytes + size > chunkBounds.bytes;
    const full = isFull ? rest() : null;
    rows.push(task);
    bytes += size;
    return full;
  };
  return { add, rest };
};

/** Cuts rows that are at hand into uploads. */
export const chunkRows = (tasks: Iterable<TaskRow>): readonly RowChunk[] => {
  const chunker = createChunker();
  const chunks: (RowChunk | null)[] = [];
  for (const task of tasks) chunks.push(chunker.add(task));
  chunks.push(chunker.rest());
  return chunks.filter((chunk) => chunk !== null);
};
