import { v5 } from "uuid";
import type { Environment } from "../domain/environment.ts";

/** The namespace of all computed keys: fixed for ever, since a key must survive a lost database tail. */
const namespace = "6f2c1d3e-0f6a-5b1c-9d55-3a1f5e0c7a42";

/** A run's id, computed from what Slack sent, so that a repeated delivery starts no second run. */
export const runIdFor = (teamId: string, occasion: string): string =>
  v5(`run:${teamId}:${occasion}`, namespace);

/** The occasion of the first run of a pool made elsewhere: people who ask at once start one run. */
export const adoption = (environment: Environment, poolId: string): string =>
  `adopt:${environment}:${poolId}`;

/** Toloka's operation id of one upload chunk: the same chunk and attempt always have the same one. */
export const chunkOperationId = (
  runId: string,
  checkId: string,
  ordinal: number,
  attempt: number,
): string => v5(`chunk:${runId}:${checkId}:${ordinal}:${attempt}`, namespace);

/** The id of one checking of a file, computed from the submission that asked for it. */
export const checkIdFor = (runId: string, occasion: string): string =>
  v5(`check:${runId}:${occasion}`, namespace);
