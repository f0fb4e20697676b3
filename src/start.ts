import { readFile } from "node:fs/promises";
import { type Config, ConfigError } from "./config.ts";
import { environments } from "./domain/environment.ts";
import { createSheetReader } from "./files/sheet-reader.ts";
import { createMetrics } from "./health/metrics.ts";
import { jobHandlers } from "./job-handlers.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { readPolicy } from "./policy-file.ts";
import { createSlackSide } from "./slack/app.ts";
import { createFileSource } from "./slack/file-source.ts";
import { createInFlight } from "./slack/in-flight.ts";
import { createMessenger } from "./slack/messenger.ts";
import { createPeople } from "./slack/people.ts";
import { createQuickClient, createWorkerClient } from "./slack/slack-calls.ts";
import { whoIsTheBot } from "./slack/who-is-the-bot.ts";
import { startHealth } from "./start-health.ts";
import { createDatabase } from "./storage/create-database.ts";
import { readFigures } from "./storage/figures.ts";
import { freeBytesOf } from "./storage/free-space.ts";
import { openDatabase } from "./storage/open-database.ts";
import { clockNote, connectToloka } from "./toloka-connections.ts";
import type { Deps } from "./use-cases/deps.ts";
import { keepHomesCurrent } from "./use-cases/keep-homes.ts";
import type { Log } from "./use-cases/ports.ts";
import { createSearch } from "./use-cases/search-options.ts";
import { createStepsUnderWay } from "./use-cases/steps-under-way.ts";
import { startSchedule } from "./watcher/schedule.ts";

/** A running bot. */
export type Running = {
  /** The port of the HTTP receiver; null in Socket Mode. */
  readonly port: number | null;
  /** The port of health and metrics; null when it is off. */
  readonly healthPort: number | null;
  /** Makes readiness red from now on. */
  unready(why: string): void;
  /** Stops in order: no new requests, work after acknowledgements, schedule, jobs, database. */
  stop(): Promise<void>;
};

/** The longest that work after an acknowledgement may take at the end, in milliseconds. */
const drainMs = 3_000;
/** The longest that running jobs may take at the end, in milliseconds. */
const jobsMs = 18_000;
/** How long a job waits for its step before it makes room for others, in milliseconds. */
const stepPatienceMs = 4_000;

/** The text of the policy file; null when there is none. Throws ConfigError when it cannot be read. */
const policyText = async (path: string | null): Promise<string | null> => {
  if (path === null) return null;
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const got = `${JSON.stringify(path)} (${error instanceof Error && "code" in error ? error.code : "unreadable"})`;
    const complaint = { name: "POLICY_FILE", got, expected: "a file that can be read" };
    throw new ConfigError([complaint], "The settings are not right:");
  }
};

/** Builds everything once, in order, and starts it. Throws what makes a start impossible. */
export const start = async (config: Config, log: Log): Promise<Running> => {
  const policy = readPolicy(await policyText(config.policyFile), config.policyFile ?? "policy.yml");
  const worker = createWorkerClient(config.slack, log);
  const bot = await whoIsTheBot(worker);
  const opened = await openDatabase({
    ...(config.database.kind === "postgres"
      ? { databaseUrl: config.database.url }
      : { dataDir: config.database.folder }),
    log,
  });
  const jobs = await startJobs({ boss: opened.boss, log });
  const clock = { now: () => new Date() };
  const database = keepHomesCurrent(createDatabase(opened.kysely, jobs.send), clock);
  const offsets = new Map(
    await Promise.all(
      environments.map(
        async (each) => [each, Number((await database.notes.read(clockNote(each))) ?? 0)] as const,
      ),
    ),
  );
  const metrics = createMetrics();
  const folder = config.database.kind === "embedded" ? config.database.folder : null;
  const freeBytes = async () => (folder === null ? null : freeBytesOf(folder));
  const deps: Deps = {
    database,
    toloka: connectToloka(config, database, offsets, log),
    people: createPeople(createQuickClient(config.slack, log), bot.teamId),
    messenger: createMessenger(worker, () => deps),
    files: createFileSource(worker, config.slack),
    sheets: createSheetReader(),
    policy,
    fee: config.fee,
    limits: config.limits,
    tally: (what, reason) => metrics.tallied.inc({ what, reason }),
    hasRoom: async () => ((await freeBytes()) ?? Number.POSITIVE_INFINITY) >= config.leastFreeBytes,
    workspaceUrl: bot.workspaceUrl,
    clock,
    log,
    steps: createStepsUnderWay(stepPatienceMs),
  };
  const inFlight = createInFlight((error) => {
    log.error(
      { error: error instanceof Error ? `${error.name}: ${error.message}` : "unknown" },
      "work after an acknowledgement failed",
    );
  });
  const tools = { deps, search: createSearch(deps), inFlight };
  const slack = createSlackSide(config.slack, bot, tools, (seconds) => {
    metrics.ackSeconds.observe(seconds);
  });
  const handlers = jobHandlers(deps);
  await jobs.work({
    ...handlers,
    watch: async (job) => {
      const ended = metrics.sweepSeconds.startTimer();
      return handlers.watch(job).finally(ended);
    },
  });
  const schedule = await startSchedule({ cron: config.watchCron, database, log });
  const health = await startHealth({
    config,
    metrics,
    database,
    toloka: deps.toloka,
    askSlack: () => whoIsTheBot(worker),
    sweepEveryMs: schedule.everyMs,
    freeBytes,
    leastFreeBytes: config.leastFreeBytes,
    figures: () => readFigures(opened.kysely),
    log,
  });
  const port = await slack.start();
  return {
    port,
    healthPort: health.port,
    unready: health.unready,
    stop: async () => {
      health.unready("the bot is stopping");
      await slack.stop();
      await inFlight.drain(drainMs);
      await schedule.stop();
      await Promise.all([jobs.stop(jobsMs), deps.steps.drain(jobsMs)]);
      await opened.close();
      await health.stop();
    },
  };
};
