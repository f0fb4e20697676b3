import type { z } from "zod";
import type { Environment } from "../domain/environment.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Clock, Log } from "../use-cases/ports.ts";
import type { Call } from "./errors.ts";
import { createExchange } from "./exchange.ts";
import { createLimiter } from "./limiter.ts";
import type { Quotas } from "./quotas.ts";
import { readAnswer } from "./read-answer.ts";
import { readPausesMs, repeatRead } from "./repeat-read.ts";
import { createServerClock } from "./server-clock.ts";

/** Requests in flight at one time on a connection. */
const mostAtOnce = 20;

/** The longest wait for the answer to a read, in milliseconds; Toloka at its slowest takes ten seconds. */
const readTimeoutMs = 15_000;

/** How to reach one account on one installation. */
export type ClientSettings = {
  readonly environment: Environment;
  /** Without `/v1`, such as `https://sandbox.toloka.dev/api`. */
  readonly baseUrl: string;
  /** Form of the `Authorization` header: current keys, or old tokens. */
  readonly authorization: "ApiKey" | "OAuth";
  readonly apiKey: string;
  /** Longest wait for an answer, in milliseconds, 30,000 when absent; reads wait 10,000 at most. */
  readonly timeoutMs?: number;
  /** Answers instead of the network: an emulator in the same process. */
  readonly fetch?: typeof fetch;
  /** What was last learnt about Toloka's clock: server minus local, in milliseconds. */
  readonly clockOffsetMs?: number;
  /** Told each newly learnt offset. */
  readonly onClockOffset?: (offsetMs: number) => void;
  readonly log?: Log;
  /** The local clock; the machine's when absent. */
  readonly clock?: Clock;
  /** Pauses before a read is repeated, in milliseconds; 300 and 1,000 when absent. */
  readonly readPausesMs?: readonly number[];
  /** Holds effects back so that no minute's quota is exceeded; without it nothing is counted. */
  readonly quotas?: Quotas;
};

/** Sends an effect once and never repeats it. */
type Effect = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
) => Promise<z.output<Schema>>;

/** Makes requests whose answers are read by a schema. Every method throws TolokaError. */
export type Client = {
  /** Toloka's own time. */
  now(): Date;
  /** Repeats itself after a passing fault. `path` begins behind `/v1`. */
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  readonly post: Effect;
  readonly put: Effect;
  readonly patch: Effect;
  readonly remove: Effect;
  /** POST behind `/staging` instead of `/v1`, where analytics live. */
  readonly postStaging: Effect;
};

/** A client for one account on one installation. */
export const createClient = (settings: ClientSettings): Client => {
  const { environment, apiKey, log } = settings;
  const timeoutMs = settings.timeoutMs ?? 30_000;
  const clock = settings.clock ?? { now: () => new Date() };
  const serverClock = createServerClock(clock, settings.clockOffsetMs ?? 0, (offsetMs) => {
    log?.info({ environment, offsetMs }, "Toloka's clock differs from this machine's");
    settings.onClockOffset?.(offsetMs);
  });
  // A key this short is no secret, and striking it out would maul other words.
  const hide = (text: string): string =>
    apiKey.length < 8 ? text : text.replaceAll(apiKey, "[the key]");
  const exchange = createExchange({
    baseUrl: settings.baseUrl,
    authorization: `${settings.authorization} ${apiKey}`,
    hide,
    fetch: settings.fetch,
  });
  const inTurn = createLimiter(mostAtOnce);

  const request = async <Schema extends z.ZodType>(
    call: Call,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> => {
    const { method } = call;
    if (method !== "GET") await settings.quotas?.take(call, body);
    const answer = await inTurn(async () => {
      const sentMs = clock.now().getTime();
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const waitMs = method === "GET" ? Math.min(timeoutMs, readTimeoutMs) : timeoutMs;
      const came = await exchange(call, sent, waitMs);
      const receivedMs = clock.now().getTime();
      serverClock.observe({ sentMs, receivedMs, dateHeader: came.header("date") });
      return came;
    });
    // A refusal may quote the key it refuses.
    const text = answer.status < 300 ? answer.text : hide(answer.text);
    return readAnswer(call, { ...answer, text }, schema, serverClock.now());
  };

  return {
    now: serverClock.now,
    get: (path, schema) =>
      repeatRead(
        () => request({ method: "GET", path }, schema),
        settings.readPausesMs ?? readPausesMs,
        (error) => {
          const code = error instanceof TolokaError ? error.facts.code : "";
          log?.warn({ environment, path, code }, "A read from Toloka is repeated");
        },
      ),
    post: (path, schema, body) => request({ method: "POST", path }, schema, body),
    put: (path, schema, body) => request({ method: "PUT", path }, schema, body),
    patch: (path, schema, body) => request({ method: "PATCH", path }, schema, body),
    remove: (path, schema) => request({ method: "DELETE", path }, schema),
    postStaging: (path, schema, body) =>
      request({ method: "POST", path, root: "staging" }, schema, body),
  };
};
