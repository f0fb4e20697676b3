import type { Micros } from "../domain/money.ts";
import type { Policy } from "../domain/policy.ts";
import type {
  Clock,
  FileSource,
  Log,
  Messenger,
  People,
  SheetReader,
  Tally,
  Toloka,
} from "./ports.ts";
import type { StepsUnderWay } from "./steps-under-way.ts";
import type { Database } from "./store-ports.ts";

/** The fee assumption: Toloka's API does not tell it. */
type Fee = {
  /** Percent of each payment. */
  readonly feePercent: number;
  /** The least fee of one assignment, in micro-dollars. */
  readonly minFeeMicros: Micros;
};

/** Everything the use cases need, built once in main. */
export type Deps = {
  readonly database: Database;
  readonly toloka: Toloka;
  readonly people: People;
  readonly messenger: Messenger;
  readonly files: FileSource;
  readonly sheets: SheetReader;
  readonly policy: Policy;
  readonly fee: Fee;
  /** What one person may do at most: commands to this process, drafts in all. */
  readonly limits: { readonly commandsAMinute: number; readonly openDrafts: number };
  /** False while the disk of the embedded database is nearly full. */
  readonly hasRoom: () => Promise<boolean>;
  /** Where the workspace's messages are, such as https://acme.slack.com/; empty when Slack did not say. */
  readonly workspaceUrl: string;
  readonly clock: Clock;
  readonly tally: Tally;
  readonly log: Log;
  /** Steps of preparing that take longer than a job should. */
  readonly steps: StepsUnderWay;
};
