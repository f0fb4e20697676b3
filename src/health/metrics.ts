import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How an outside call ended, as a label. */
export type CallOutcome = "ok" | "4xx" | "429" | "5xx" | "no_answer";

/** The bot's own metrics. Labels are words of this program: never a text, a name or an id of anybody. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the metrics in a registry of their own. */
export const createMetrics = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    ackSeconds: new Histogram({
      name: "lifeguard_ack_seconds",
      help: "From the arrival of a request of Slack to its acknowledgement.",
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3],
      registers,
    }),
    slackRequests: new Counter({
      name: "lifeguard_slack_requests_total",
      help: "Requests of Slack over HTTP, by the status they were answered with.",
      labelNames: ["status"],
      registers,
    }),
    tallied: new Counter({
      name: "lifeguard_happened_total",
      help: "What happened, by kind and reason; turned_away counts requests that were not let in, orphan_archived what late requests made.",
      labelNames: ["what", "reason"],
      registers,
    }),
    calls: new Counter({
      name: "lifeguard_calls_total",
      help: "Calls to Slack and Toloka, by method and outcome.",
      labelNames: ["api", "call", "outcome"],
      registers,
    }),
    rateLimited: new Counter({
      name: "lifeguard_rate_limited_total",
      help: "Answers 429, by API.",
      labelNames: ["api"],
      registers,
    }),
    ambiguous: new Counter({
      name: "lifeguard_ambiguous_sends_total",
      help: "Calls with an effect whose outcome is not known, by API; they are looked up before a repeat.",
      labelNames: ["api"],
      registers,
    }),
    sweepSeconds: new Histogram({
      name: "lifeguard_sweep_seconds",
      help: "How long one look at all pools took.",
      buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 90, 180],
      registers,
    }),
    sweepPages: new Counter({
      name: "lifeguard_sweep_pages_total",
      help: "Pages of pools that were read from Toloka.",
      registers,
    }),
    ready: gauge(registers, "lifeguard_ready", "1 when the last look at readiness found no cause."),
    outboxDepth: gauge(registers, "lifeguard_outbox_depth", "Messages for Slack that wait."),
    outboxAge: gauge(
      registers,
      "lifeguard_outbox_age_seconds",
      "Age of the oldest message for Slack that is due.",
    ),
    blockedKeys: gauge(
      registers,
      "lifeguard_blocked_keys",
      "Threads and people whose messages wait behind one that failed three times or more.",
    ),
    givenUp: gauge(registers, "lifeguard_given_up_jobs", "Jobs that were given up."),
    unknownEffects: gauge(
      registers,
      "lifeguard_unknown_effects",
      "Calls with an effect that were sent more than ten minutes ago without a known outcome.",
    ),
    decisions: new Gauge({
      name: "lifeguard_decisions",
      help: "Decisions on requests since the installation, by result.",
      labelNames: ["result"],
      registers,
    }),
    diskFree: gauge(
      registers,
      "lifeguard_disk_free_bytes",
      "Free space of the disk with the embedded database.",
    ),
  };
};

const gauge = (registers: Registry[], name: string, help: string): Gauge =>
  new Gauge({ name, help, registers });
