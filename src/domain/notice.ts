import type { Environment } from "./environment.ts";
import type { Trouble } from "./run.ts";

/** What a person is told in a direct message. */
export type DirectNotice =
  | {
      readonly type: "file-checked";
      readonly runId: string;
      readonly fileName: string;
      readonly good: number;
      readonly bad: number;
      readonly fatal: string | null;
    }
  | { readonly type: "denied"; readonly name: string; readonly by: string; readonly reason: string }
  | { readonly type: "expiring"; readonly name: string; readonly willExpire: string }
  | {
      readonly type: "cannot-post";
      readonly channelId: string;
      readonly code: string;
      readonly name: string;
    }
  /** To the owner of open pools: `names` are some of their names, `pools` is how many there are. */
  | {
      readonly type: "toloka-silent";
      readonly environment: Environment;
      readonly since: string;
      readonly code: string;
      readonly names: readonly string[];
      readonly pools: number;
    }
  | { readonly type: "toloka-back"; readonly environment: Environment; readonly since: string }
  | { readonly type: "needs-human"; readonly name: string; readonly trouble: Trouble };
