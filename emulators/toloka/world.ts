import { type Clock, createClock } from "./clock.ts";
import { toMicros } from "./money.ts";
import { createOutsideLog, type OutsideLog } from "./outside.ts";
import { type EmulatorOptions, type Settings, settingsOf } from "./settings.ts";
import { createStore, type Store } from "./store.ts";

/** One Toloka account and its time; a reset makes a new one. */
export type World = { settings: Settings; clock: Clock; store: Store; outside: OutsideLog };

/** A fresh account as the options want it. */
export function createWorld(options: EmulatorOptions): World {
  const clock = createClock(options.realNow);
  return {
    settings: settingsOf(options),
    clock,
    store: createStore(toMicros(options.balance ?? 1000)),
    outside: createOutsideLog(clock),
  };
}
