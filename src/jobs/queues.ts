import type { Queue } from "pg-boss";
import type { Job } from "../use-cases/store-ports.ts";

/** How the jobs of one name are worked through. */
export type QueueFacts = {
  readonly name: Job["name"];
  /** How many run at once in one process, each for another subject. */
  readonly atOnce: number;
  /** How often a job that throws is tried again; the waits grow from one second to one minute. */
  readonly retries: number;
};

/** Twenty tries are about a quarter of an hour. */
const quarterOfAnHour = 20;

/** Words for people survive an outage of Slack of an hour and a half. */
const hourAndAHalf = 95;

/** One queue for each name of a job. */
export const queues: readonly QueueFacts[] = [
  { name: "prepare-run", atOnce: 3, retries: quarterOfAnHour },
  { name: "open-run", atOnce: 2, retries: quarterOfAnHour },
  { name: "close-pool", atOnce: 2, retries: quarterOfAnHour },
  { name: "check-file", atOnce: 2, retries: quarterOfAnHour },
  { name: "tell-thread", atOnce: 4, retries: hourAndAHalf },
  { name: "tell-person", atOnce: 2, retries: hourAndAHalf },
  { name: "gather-results", atOnce: 2, retries: quarterOfAnHour },
  { name: "watch", atOnce: 1, retries: quarterOfAnHour },
  { name: "refresh-homes", atOnce: 1, retries: quarterOfAnHour },
  { name: "paint-home", atOnce: 2, retries: quarterOfAnHour },
  { name: "read-balances", atOnce: 2, retries: quarterOfAnHour },
];

/** Jobs that were given up wait here for an operator; nothing works on this queue. */
export const deadLetterQueue = "given-up";

/** The settings of a queue in pg-boss' words. */
export const queueOptions = ({ retries }: QueueFacts): Omit<Queue, "name" | "policy"> => ({
  deadLetter: deadLetterQueue,
  retryLimit: retries,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // A job of a process that died is free again after this long; 10 is the least that pg-boss takes.
  heartbeatSeconds: 10,
  expireInSeconds: 15 * 60,
  deleteAfterSeconds: 24 * 60 * 60,
  notify: true,
});
