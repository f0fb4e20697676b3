import type { Toloka, TolokaConnection } from "../use-cases/ports.ts";

/** The configured installations, at most one of each environment. */
export const createToloka = (connections: readonly TolokaConnection[]): Toloka => ({
  connection: (environment) =>
    connections.find((connection) => connection.environment === environment) ?? null,
});
