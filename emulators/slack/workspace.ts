import type { AppLink } from "./deliveries/app-link.ts";
import type { Faults } from "./faults.ts";
import type { Ledger } from "./ledger.ts";
import type { ManifestFacts } from "./manifest.ts";
import type { Settings } from "./options.ts";
import type { ResponseUrls } from "./response-urls.ts";
import type { Triggers } from "./triggers.ts";
import type { Clock } from "./world/clock.ts";
import type { World } from "./world/world.ts";

/** All parts of a running workspace. `world`, `triggers` and `responseUrls` are replaced by a reset. */
export type Workspace = {
  readonly botToken: string;
  readonly appToken: string | undefined;
  readonly manifest: ManifestFacts;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly appLink: AppLink;
  /** Payloads judged so far by the Block Kit rules. */
  readonly judged: { validated: number; refused: number };
  /** Timers of event retries, to be stopped with the workspace. */
  readonly timers: Set<NodeJS.Timeout>;
  world: World;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  /** A ticket's address for a Socket Mode connection. */
  socketUrl(): string;
  /** The address of this server, such as `http://127.0.0.1:4000`. */
  baseUrl(): string;
};
