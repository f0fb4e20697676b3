import { type Config, ConfigError } from "./config.ts";
import { environments } from "./domain/environment.ts";
import { createCallCounter } from "./health/count-calls.ts";
import { countRequests } from "./health/count-requests.ts";
import { type HealthPages, type HealthServer, startHealthServer } from "./health/health-server.ts";
import { watchLoop } from "./health/loop-stall.ts";
import type { Metrics } from "./health/metrics.ts";
import type { Finding } from "./health/probe.ts";
import { watchWire } from "./health/wire-watch.ts";
import { type Checked, createChecks } from "./health-checks.ts";
import type { Figures } from "./storage/figures.ts";
import type { Log } from "./use-cases/ports.ts";

/** The health of a running bot. */
export type Health = {
  /** null when it is switched off. */
  readonly port: number | null;
  /** From now on readiness is red, for this reason. */
  unready(why: string): void;
  stop(): Promise<void>;
};

/** Everything that the health port tells about. */
export type HealthParts = Omit<Checked, "slackOffsetMs"> & {
  readonly config: Config;
  readonly metrics: Metrics;
  readonly figures: () => Promise<Figures>;
  readonly log: Log;
};

const show = (metrics: Metrics, figures: Figures, freeBytes: number | null): void => {
  metrics.outboxDepth.set(figures.outbox.depth);
  metrics.outboxAge.set(figures.outbox.oldestSeconds);
  metrics.blockedKeys.set(figures.blockedKeys);
  metrics.givenUp.set(figures.givenUp);
  metrics.unknownEffects.set(figures.unknownEffects);
  for (const [result, count] of figures.decisions) metrics.decisions.set({ result }, count);
  if (freeBytes !== null) metrics.diskFree.set(freeBytes);
};

/** The port that was asked for; the usual one may be another bot's, then any free one does. */
const listen = async (
  wish: { readonly port: number; readonly isAsked: boolean },
  pages: HealthPages,
  log: Log,
): Promise<HealthServer> => {
  try {
    return await startHealthServer(wish.port, pages);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    if (wish.isAsked) {
      const expected = "a port of this machine that nobody listens on, 0 for any, or off";
      const complaint = { name: "HEALTH_PORT", got: `"${wish.port}" (${code})`, expected };
      throw new ConfigError([complaint], "The settings are not right:");
    }
    log.warn({ code }, "the usual health port is taken; another one is used");
    return startHealthServer(0, pages);
  }
};

/** Starts the health port with `/livez`, `/readyz` and `/metrics`, unless it is switched off. */
export const startHealth = async (parts: HealthParts): Promise<Health> => {
  const { config, metrics, log } = parts;
  if (config.health === null) {
    return { port: null, unready: () => {}, stop: async () => {} };
  }
  let slackOffsetMs: number | null = null;
  let closed: Finding | null = null;
  const count = createCallCounter(metrics, [
    { name: "slack", base: config.slack.apiUrl },
    ...environments.flatMap((each) => {
      const base = config.toloka[each]?.url;
      return base === undefined ? [] : [{ name: `toloka-${each}`, base: `${base}/` }];
    }),
  ]);
  const endWire = watchWire((call) => {
    count(call);
    if (call.date !== null && call.url.startsWith(config.slack.apiUrl)) {
      slackOffsetMs = Date.parse(call.date) - Date.now();
    }
  });
  const endRequests = countRequests(metrics);
  const stall = watchLoop();
  const checks = createChecks({ ...parts, slackOffsetMs: () => slackOffsetMs });
  const findings = async (): Promise<readonly Finding[]> => {
    const found = closed === null ? await checks() : [closed];
    metrics.ready.set(found.every(({ ok }) => ok) ? 1 : 0);
    return found;
  };
  const server = await listen(
    config.health,
    {
      stallMs: stall.worstMs,
      findings,
      metrics: async () => {
        show(metrics, await parts.figures(), await parts.freeBytes());
        return { type: metrics.registry.contentType, text: await metrics.registry.metrics() };
      },
    },
    log,
  );
  return {
    port: server.port,
    unready: (why) => {
      closed = { name: "process", ok: false, why };
    },
    stop: async () => {
      stall.stop();
      endRequests();
      endWire();
      await server.close();
    },
  };
};
