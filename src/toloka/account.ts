import type {
  TolokaConnection,
  TolokaEdits,
  TolokaPeople,
  TolokaResults,
  TolokaWebhooks,
} from "../use-cases/ports.ts";
import { createClient } from "./client.ts";
import { type ConnectionSettings, connectionOf } from "./connection.ts";
import { createTolokaEdits } from "./edits.ts";
import { createTolokaPeople } from "./people.ts";
import { createTolokaResults } from "./results.ts";
import { createTolokaWebhooks } from "./webhooks.ts";

/** Everything that the bot can do with one account; all parts share one client and its quotas. */
export type TolokaAccount = {
  readonly connection: TolokaConnection;
  readonly edits: TolokaEdits;
  readonly results: TolokaResults;
  readonly people: TolokaPeople;
  readonly webhooks: TolokaWebhooks;
};

/** Reaches one account on one installation. */
export const createTolokaAccount = (settings: ConnectionSettings): TolokaAccount => {
  const client = createClient(settings);
  const connection = connectionOf(client, settings);
  return {
    connection,
    edits: createTolokaEdits(client),
    results: createTolokaResults(client, connection.waitOperation),
    people: createTolokaPeople(client),
    webhooks: createTolokaWebhooks(client),
  };
};
