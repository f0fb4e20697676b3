import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosRequestConfig } from "axios";
import { type Call, timedOut } from "./errors.ts";
import { transportError } from "./transport-error.ts";

/** The largest answer that is read, in bytes. */
const maxAnswerBytes = 50 * 1024 * 1024;

/** The largest body that is sent, in bytes: a chunk of tasks with room to spare. */
const maxBodyBytes = 10 * 1024 * 1024;

/** An answer as it came: any status, the body as text. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
};

/** One request and its answer. Throws TolokaError when there is no complete answer in time. */
export type Exchange = (call: Call, body: string | undefined, timeoutMs: number) => Promise<Answer>;

/** What it takes to talk to one installation. */
export type ExchangeSettings = {
  /** Where `/v1` begins, such as `https://toloka.dev/api`. */
  readonly baseUrl: string;
  /** The whole `Authorization` header. */
  readonly authorization: string;
  /** Strikes the key out of a text. */
  readonly hide: (text: string) => string;
  /** Answers instead of the network. */
  readonly fetch?: typeof fetch | undefined;
};

const inMemory = (answer: typeof fetch): AxiosRequestConfig => ({
  adapter: "fetch",
  env: { fetch: answer },
});

/**
 * Reads keep connections open. Effects take a fresh one: a kept one can be cut by the server in the very
 * moment it is used again, which would leave in the dark whether the effect took place.
 */
const overNetwork = (): { reads: AxiosRequestConfig; effects: AxiosRequestConfig } => {
  const kept = { keepAlive: true, maxFreeSockets: 4 };
  return {
    reads: { adapter: "http", httpAgent: new HttpAgent(kept), httpsAgent: new HttpsAgent(kept) },
    effects: {
      adapter: "http",
      httpAgent: new HttpAgent({ keepAlive: false }),
      httpsAgent: new HttpsAgent({ keepAlive: false }),
    },
  };
};

/** Makes the one HTTP client of an installation. */
export const createExchange = (settings: ExchangeSettings): Exchange => {
  const network = overNetwork();
  const client = axios.create({
    baseURL: settings.baseUrl.replace(/\/+$/, ""),
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: maxAnswerBytes,
    maxBodyLength: maxBodyBytes,
    responseType: "text",
    transformRequest: [(body) => body],
    transformResponse: [(text) => text],
    transitional: { clarifyTimeoutError: true },
    validateStatus: () => true,
    headers: { Authorization: settings.authorization, Accept: "application/json" },
  });

  return async (call, body, timeoutMs) => {
    // axios' own time-out forgives a body that drips; this one ends the whole exchange.
    const end = new AbortController();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(timedOut(call, timeoutMs));
      end.abort();
    }, timeoutMs);
    const byNetwork = call.method === "GET" ? network.reads : network.effects;
    const answered = client
      .request<unknown>({
        ...(settings.fetch === undefined ? byNetwork : inMemory(settings.fetch)),
        method: call.method,
        url: `/${call.root ?? "v1"}${call.path}`,
        timeout: timeoutMs,
        signal: end.signal,
        ...(body === undefined
          ? {}
          : { data: body, headers: { "Content-Type": "application/json" } }),
      })
      .catch((error: unknown) => {
        const limits = { timeoutMs, maxBytes: maxAnswerBytes };
        throw transportError(call, error, limits, settings.hide);
      });
    try {
      const { status, data, headers } = await Promise.race([answered, late]);
      return {
        status,
        text: typeof data === "string" ? data : "",
        header(name) {
          const value: unknown = headers[name];
          return typeof value === "string" ? value : null;
        },
      };
    } finally {
      clearTimeout(timer);
    }
  };
};
