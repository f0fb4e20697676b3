import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createControl } from "./control.ts";
import { wake } from "./crowd/wake.ts";
import { formatDate } from "./dates.ts";
import { type ActiveFault, createFaults } from "./faults.ts";
import { fromTheStart, garbled } from "./garbled.ts";
import { parsedOrText } from "./json.ts";
import { createLedger, headersSubset, queryObject } from "./ledger.ts";
import { createRouter } from "./router.ts";
import type { EmulatorOptions } from "./settings.ts";
import { spoiltAnswer } from "./spoilt.ts";
import { createWorld, type World } from "./world.ts";

/** How long a request that gets no answer is held at most. */
const HOLD_MS = 120_000;

/** What becomes of a request: an answer, or a connection cut after `holdMs`. */
type Outcome =
  | { kind: "answer"; response: Response }
  | { kind: "cut"; holdMs: number; onCut(): void };

/** A Toloka account in memory. */
export type TolokaEmulator = {
  /** Like the global `fetch`; a cut connection rejects as undici's does. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** The outcome of a request, for a transport that can cut connections. */
  handle(request: Request): Promise<Outcome>;
  world(): World;
};

type Arrival = { request: Request; url: URL; text: string; requestId: string; started: number };
/** An answer read to its end; `bytes` when it is a file and no text. */
type Plain = { status: number; text: string; headers: Headers; bytes?: Uint8Array<ArrayBuffer> };

/** An emulator with an empty account; `options.apiKey` opens it. */
export function createTolokaEmulator(options: EmulatorOptions): TolokaEmulator {
  const router = createRouter(options.apiKey);
  const faults = createFaults();
  let world = createWorld(options, faults.take);
  let ledger = createLedger(options.ledgerFile);
  const control = createControl({
    world: () => world,
    ledger: () => ledger,
    faults,
    reset() {
      world = createWorld(options, faults.take);
      ledger = createLedger(options.ledgerFile);
      faults.clear();
    },
    replace(fill) {
      const fresh = createWorld(options, faults.take);
      fill(fresh);
      world = fresh;
    },
  });

  async function perform(arrival: Arrival, failCode?: string): Promise<Plain> {
    const { request, text, requestId } = arrival;
    world.clock.settle();
    const bindings = {
      world,
      bodyText: text,
      requestId,
      ...(failCode === undefined ? {} : { failCode }),
    };
    const response = await router.fetch(request, bindings);
    if (request.method !== "GET") wake(world, world.clock.now());
    const { status, headers } = response;
    if (!headers.has("content-disposition")) {
      return { status, headers, text: await response.text() };
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status, headers, bytes, text: `${bytes.length} bytes` };
  }

  function record(
    arrival: Arrival,
    rule: ActiveFault | undefined,
    result: Plain | undefined,
    facts: { answered: boolean; effect: "now" | "late" | "none"; virtualAt: number },
  ): number {
    const { request, url, text, started } = arrival;
    return ledger.add({
      at: new Date(started).toISOString(),
      virtual_at: formatDate(facts.virtualAt),
      method: request.method,
      path: url.pathname,
      query: queryObject(url.searchParams),
      headers: headersSubset(request.headers),
      bodyText: text,
      status: result?.status ?? null,
      responseText: result?.text ?? "",
      fault: rule?.kind ?? null,
      answered: facts.answered,
      effect: facts.effect,
      ms: Date.now() - started,
    });
  }

  /** The request is served, its connection is not; with `lateMs` it is served after the cut. */
  async function cutAfter(
    arrival: Arrival,
    rule: ActiveFault,
    virtualAt: number,
  ): Promise<Outcome> {
    const holdMs = rule.kind === "timeout-after" ? HOLD_MS : 0;
    const { lateMs } = rule;
    if (lateMs === undefined) {
      const result = await perform(arrival);
      record(arrival, rule, result, { answered: false, effect: "now", virtualAt });
      return { kind: "cut", holdMs, onCut() {} };
    }
    const seq = record(arrival, rule, undefined, { answered: false, effect: "late", virtualAt });
    const origin = world;
    const land = async (): Promise<void> => {
      const result = await perform(arrival);
      const { status, text } = result;
      const action = `${arrival.request.method} ${arrival.url.pathname}`;
      origin.outside.add("late-effect", action, { of: seq, status, response: parsedOrText(text) });
    };
    const onCut = (): void => {
      setTimeout(() => {
        if (origin === world) land().catch(console.error);
      }, lateMs);
    };
    return { kind: "cut", holdMs, onCut };
  }

  async function serve(arrival: Arrival, rule: ActiveFault | undefined): Promise<Outcome> {
    const virtualAt = world.clock.now();
    switch (rule?.kind) {
      case "timeout-before":
      case "reset-before": {
        record(arrival, rule, undefined, { answered: false, effect: "none", virtualAt });
        return { kind: "cut", holdMs: rule.kind === "timeout-before" ? HOLD_MS : 0, onCut() {} };
      }
      case "timeout-after":
      case "reset-after":
        return cutAfter(arrival, rule, virtualAt);
      case "status":
      case "html":
      case "empty": {
        if (rule.effect === true) await perform(arrival);
        const { status, body, contentType } = spoiltAnswer(rule, arrival.requestId);
        const headers = new Headers({ "content-type": contentType });
        if (rule.retryAfter !== undefined) headers.set("retry-after", String(rule.retryAfter));
        if (rule.delayMs !== undefined) await sleep(rule.delayMs);
        const result = { status, text: body, headers };
        const effect = rule.effect === true ? "now" : "none";
        record(arrival, rule, result, { answered: true, effect, virtualAt });
        return { kind: "answer", response: dated(result) };
      }
      case "delay":
      case "operation-fail":
      case "duplicate":
      case "truncated":
      case "repeating":
      case undefined: {
        if (rule?.delayMs !== undefined) await sleep(rule.delayMs);
        const failCode = rule?.code ?? "OPERATION_EXECUTION_ERROR";
        const fails = rule?.kind === "operation-fail";
        const request = fromTheStart(rule, arrival.request, arrival.text);
        const done = await perform({ ...arrival, request }, fails ? failCode : undefined);
        const result = { ...done, text: garbled(rule, done.text) };
        record(arrival, rule, result, { answered: true, effect: "now", virtualAt });
        return { kind: "answer", response: dated(result) };
      }
    }
  }

  /** Every answer carries the virtual time. */
  function dated({ status, text, bytes, headers }: Plain): Response {
    headers.set("date", new Date(world.clock.now()).toUTCString());
    return new Response(status === 204 ? null : (bytes ?? text), { status, headers });
  }

  async function handle(request: Request): Promise<Outcome> {
    world.clock.settle();
    const url = new URL(request.url);
    if (url.pathname === "/" || url.pathname.startsWith("/_control")) {
      const response = await control.fetch(request);
      if (request.method !== "GET") wake(world, world.clock.now());
      const { status, headers } = response;
      return { kind: "answer", response: dated({ status, text: await response.text(), headers }) };
    }
    const started = Date.now();
    const arrival = { request, url, text: await request.text(), requestId: randomUUID(), started };
    return serve(arrival, faults.take(request.method, url.pathname));
  }

  return {
    handle,
    world: () => world,
    async fetch(input, init) {
      const request = new Request(input, init);
      const outcome = await handle(request);
      if (outcome.kind === "answer") return outcome.response;
      await held(request.signal, outcome.holdMs);
      outcome.onCut();
      request.signal.throwIfAborted();
      throw connectionReset();
    },
  };
}

/** Waits until the client gives up, or for `ms`. */
async function held(signal: AbortSignal, ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}
