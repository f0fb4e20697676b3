import type { Deps } from "../use-cases/deps.ts";
import type { SearchOptions } from "../use-cases/search-options.ts";
import type { InFlight } from "./in-flight.ts";

/** What every listener is handed. */
export type Toolbox = {
  readonly deps: Deps;
  readonly search: SearchOptions;
  readonly inFlight: InFlight;
};
