import type { Hono } from "hono";
import type { ControlHost } from "./control.ts";
import { GraphError } from "./snapshots/graph.ts";
import { BusyError, loadSnapshot, saveSnapshot, snapshotSchema } from "./snapshots/snapshot.ts";

/** How long a save waits for running operations, real milliseconds. */
const SAVE_WAIT_MS = 5000;

/** Saving and loading the whole account, and the ledger of what was sent to subscribers. */
export function registerState(app: Hono, host: ControlHost): void {
  app.get("/_control/webhooks", (context) => {
    return context.json(host.world().webhooks.deliveries.entries());
  });
  app.post("/_control/snapshots/save", async (context) => {
    try {
      return context.json(await saveSnapshot(host.world(), SAVE_WAIT_MS));
    } catch (error) {
      if (error instanceof BusyError) return context.json({ error: error.message }, 409);
      throw error;
    }
  });
  app.post("/_control/snapshots/load", async (context) => {
    const snapshot = snapshotSchema.parse(await context.req.json());
    try {
      host.replace((world) => loadSnapshot(world, snapshot));
    } catch (error) {
      if (error instanceof GraphError) return context.json({ error: error.message }, 400);
      throw error;
    }
    return context.json({ ok: true });
  });
}
