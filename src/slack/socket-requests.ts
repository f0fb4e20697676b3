import type { Log } from "../use-cases/ports.ts";
import { createInFlight } from "./in-flight.ts";
import type { Handle } from "./ingress/door.ts";

/** How long requests under way may take when the bot stops, in milliseconds: Slack waits no longer either. */
const drainMs = 3_000;

/** Requests over Socket Mode, on their way in. */
export type SocketRequests = {
  readonly handle: Handle;
  /** Waits until those under way are acknowledged. */
  drain(): Promise<void>;
};

/**
 * A connection may end between a request and its acknowledgement. By then the act is committed, so the
 * work goes on and the person gets the answer all the same. `onAck` hears the seconds from a request's
 * arrival to its acknowledgement.
 */
export const createSocketRequests = (
  handle: Handle,
  log: Log,
  onAck: (seconds: number) => void,
): SocketRequests => {
  const running = createInFlight(() => {});
  return {
    handle: (event) => {
      const arrived = performance.now();
      const ack: typeof event.ack = async (answer) => {
        try {
          await event.ack(answer);
          onAck((performance.now() - arrived) / 1_000);
        } catch (error) {
          const name = error instanceof Error ? error.name : "unknown";
          log.warn({ error: name }, "an acknowledgement did not reach Slack");
        }
      };
      const work = handle({ ...event, ack });
      running.track(work);
      return work;
    },
    drain: () => running.drain(drainMs),
  };
};
