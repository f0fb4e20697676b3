import type { Config } from "./config.ts";
import { type Environment, environments } from "./domain/environment.ts";
import { createTolokaConnection } from "./toloka/connection.ts";
import { forgetful } from "./toloka/forgetful.ts";
import { createQuotas } from "./toloka/quotas.ts";
import { createToloka } from "./toloka/toloka.ts";
import type { Log, Toloka } from "./use-cases/ports.ts";
import type { Database } from "./use-cases/store-ports.ts";

/** Under this name the last seen difference of Toloka's clock is kept, in milliseconds. */
export const clockNote = (environment: Environment): string => `clock-offset:${environment}`;

/** Connects to each configured installation, with its own address, key and clock. */
export const connectToloka = (
  config: Config,
  database: Database,
  offsets: ReadonlyMap<Environment, number>,
  log: Log,
): Toloka =>
  createToloka(
    environments.flatMap((environment) => {
      const settings = config.toloka[environment];
      if (settings === null) return [];
      const connection = createTolokaConnection({
        environment,
        baseUrl: settings.url,
        authorization: settings.auth,
        apiKey: settings.apiKey,
        clockOffsetMs: offsets.get(environment) ?? 0,
        onClockOffset: (ms) => {
          database.notes.write(clockNote(environment), String(ms)).catch((error: unknown) => {
            log.warn(
              { error: error instanceof Error ? error.name : "unknown" },
              "the clock offset could not be kept",
            );
          });
        },
        quotas: createQuotas({
          clock: { now: () => new Date() },
          onNearQuota: (notice) =>
            log.warn({ environment, ...notice }, "a quota of Toloka is nearly used up"),
        }),
        log,
      });
      return [config.drill === "forget" ? forgetful(connection) : connection];
    }),
  );
