import { noteActivity } from "./auto-archive.ts";
import { type Clock, createClock } from "./clock.ts";
import { noteNewWork } from "./crowd/work.ts";
import type { Listener } from "./events.ts";
import type { Faults } from "./faults.ts";
import { toMicros } from "./money.ts";
import { createOutsideLog, type OutsideLog } from "./outside.ts";
import { noteQuality } from "./quality/collect.ts";
import { type EmulatorOptions, type Settings, settingsOf } from "./settings.ts";
import { createStore, type Store } from "./store.ts";
import { queueWebhooks } from "./webhooks/queue.ts";
import { createWebhookSender, type WebhookSender } from "./webhooks/sender.ts";
import { noteCompletion } from "./work/completion.ts";
import { noteDynamicOverlap } from "./work/dynamic-overlap.ts";

/** One Toloka account and its time; a reset makes a new one. */
export type World = {
  settings: Settings;
  clock: Clock;
  store: Store;
  outside: OutsideLog;
  /** Who hears of events, in order. */
  listeners: Listener[];
  /** Sends events to their subscribers. */
  webhooks: WebhookSender;
  /** Requests since `start`, real UTC ms. */
  rate: { start: number; used: number };
  /** The fault rule that wants a request or, as method WEBHOOK, an event. */
  takeFault: Faults["take"];
};

/** A fresh account as the options want it. */
export function createWorld(
  options: EmulatorOptions,
  takeFault: Faults["take"] = () => undefined,
): World {
  const clock = createClock(options.realNow);
  return {
    settings: settingsOf(options),
    clock,
    store: createStore(toMicros(options.balance ?? 1000), options.seed),
    outside: createOutsideLog(clock),
    listeners: [
      noteActivity,
      queueWebhooks,
      noteQuality,
      noteDynamicOverlap,
      noteCompletion,
      noteNewWork,
    ],
    webhooks: createWebhookSender(options.webhookFetch),
    rate: { start: 0, used: 0 },
    takeFault,
  };
}
