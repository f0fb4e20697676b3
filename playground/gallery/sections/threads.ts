import { closeReasons } from "../../../src/domain/closing.ts";
import { events } from "../events.ts";
import type { Section } from "../exhibit.ts";
import { full, nothingYet, quietTrouble } from "../run-samples.ts";
import { card } from "../samples.ts";
import { told } from "../told.ts";

const { requested, opened, closed } = events;

/** What a run's thread is told, each event in all its forms. */
export const threadSections: readonly Section[] = [
  {
    title: "The run's thread",
    exhibits: Object.values(events).map((event) => told(event.type, event)),
  },
  {
    title: "The run's thread, in other words",
    exhibits: [
      told("ready, to be requested", events.ready, card({ ...full, status: "ready" })),
      told("requested, nobody is called", {
        ...{ ...requested, mention: [], mentionGroups: [], warnings: [], reason: null },
      }),
      told("requested, nothing is known of it", requested, card(nothingYet)),
      told("void, nobody knows why", { type: "void", differing: [] }),
      told("opened, seen later", { ...opened, operationId: null, balanceMicros: null }),
      told("opened outside, nobody knows when", { type: "opened-outside", at: null }),
      told("reopened, nobody knows when", { type: "reopened", at: null }),
      told("pausing without a reason", { type: "pausing", by: "UOLGA", why: null }),
      told("stopped without a code", { type: "needs-human", trouble: quietTrouble }),
    ],
  },
  {
    title: "The run's thread, by what closed the pool",
    exhibits: [
      ...closeReasons.map((reason) => told(reason, { ...closed, reason })),
      told("paused by somebody", { ...closed, reason: "MANUAL", by: "UOLGA" }),
      told("at a time that is not known", { ...closed, reason: "RAINED_OFF", at: null }),
    ],
  },
];
