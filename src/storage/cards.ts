import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Where the cards of runs stand in Slack. */
export const createCards = (kysely: Kysely<Tables>): Store["cards"] => ({
  place: async (runId, ts) => {
    await kysely.updateTable("runs").set({ rootTs: ts }).where("id", "=", runId).execute();
  },
});
