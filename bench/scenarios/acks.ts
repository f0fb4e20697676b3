import { type MeasuredApp, startBare } from "../apps.ts";
import { type Pressure, press } from "../load.ts";
import { percentile } from "../percentile.ts";
import { usageOf } from "../process-usage.ts";
import type { Target } from "../signed-command.ts";

/** How acknowledging went under one pressure. */
type AckFigures = {
  readonly app: string;
  readonly pressure: string;
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMsPerRequest: number;
};

/** The least and the usual of a busy hour, and all that an app can take. */
const pressures: readonly { readonly name: string; readonly pressure: Pressure }[] = [
  { name: "50 per second", pressure: { kind: "rate", perSecond: 50 } },
  { name: "200 per second", pressure: { kind: "rate", perSecond: 200 } },
  { name: "full, 16 at once", pressure: { kind: "full", atOnce: 16 } },
];

/** One stretch, in seconds; each app has `rounds` of them under each pressure. */
const stretchSeconds = 5;
const rounds = 2;

const warmUp = async (target: Target): Promise<void> => {
  await press(target, { kind: "full", atOnce: 16 }, 3);
};

/** The stretches of one app under one pressure, as one. */
const createTally = (app: MeasuredApp, pressure: Pressure) => {
  const latencies: number[] = [];
  let seconds = 0;
  let cpuMs = 0;
  return {
    run: async (): Promise<void> => {
      const before = usageOf(app.pid).cpuMs;
      const stretch = await press(app, pressure, stretchSeconds);
      cpuMs += usageOf(app.pid).cpuMs - before;
      latencies.push(...stretch.latencies);
      seconds += stretch.seconds;
    },
    figures: (name: string): AckFigures => ({
      app: app.name,
      pressure: name,
      requests: latencies.length,
      perSecond: latencies.length / seconds,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      cpuMsPerRequest: cpuMs / latencies.length,
    }),
  };
};

/** What the two apps showed next to each other. */
export type AckComparison = {
  readonly acks: readonly AckFigures[];
  readonly bareFirstAckMs: number;
  /** The bare app's memory after its first command, in bytes. */
  readonly bareIdleBytes: number;
};

/**
 * Measures `/toloka help` on a bare Bolt app and on Lifeguard by turns (A B A B), so that whatever else the
 * machine does weighs on both.
 */
export const measureAcks = async (lifeguard: MeasuredApp): Promise<AckComparison> => {
  const bare = await startBare(lifeguard.signingSecret);
  try {
    const bareIdleBytes = usageOf(bare.pid).rssBytes;
    await warmUp(bare);
    await warmUp(lifeguard);
    const acks: AckFigures[] = [];
    for (const { name, pressure } of pressures) {
      const tallies = [createTally(bare, pressure), createTally(lifeguard, pressure)];
      for (let round = 0; round < rounds; round += 1) {
        for (const tally of tallies) await tally.run();
      }
      acks.push(...tallies.map((tally) => tally.figures(name)));
    }
    return { acks, bareFirstAckMs: bare.firstAckMs, bareIdleBytes };
  } finally {
    await bare.stop();
  }
};
