import type { Metadata } from "../domain/toloka.ts";

/** The metadata key under which an object of Toloka names the run that made it. */
const markerKey = "lifeguard_run";

/** What is written into a created object so that an interrupted creation is found instead of repeated. */
export const markerOf = (
  runId: string,
): { metadata: { readonly [key: string]: readonly string[] }; private_comment: string } => ({
  metadata: { [markerKey]: [runId] },
  private_comment: `[r:${runId}]`,
});

/** Whether an object carries the run's marker, in either of its two places. */
export const carriesMarker = (
  object: { readonly metadata: Metadata; readonly privateComment: string },
  runId: string,
): boolean =>
  (object.metadata[markerKey] ?? []).includes(runId) ||
  object.privateComment.includes(`[r:${runId}]`);

/** The run that made an object, by its marker; null for objects of others. */
export const markedRun = (object: {
  readonly metadata: Metadata;
  readonly privateComment: string;
}): string | null =>
  object.metadata[markerKey]?.[0] ??
  /\[r:([0-9a-f-]{36})\]/.exec(object.privateComment)?.[1] ??
  null;
