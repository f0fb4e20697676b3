import { Blocks } from "../block-kit/blocks.tsx";
import type { BlocksHost } from "../block-kit/host.ts";
import type { JsonObject } from "../ui/json.ts";

/** The Home tab as the app published it for this person; null before it did. */
export type PublishedHome = {
  readonly blocks: readonly JsonObject[];
  readonly host: BlocksHost;
} | null;

const tabs = ["Home", "Messages"] as const;

/** The tabs over the app's direct message. */
export const AppTabs = (props: {
  readonly isHome: boolean;
  readonly choose: (isHome: boolean) => void;
}) => (
  <div class="tabs" role="tablist" aria-label="App">
    {tabs.map((tab) => (
      <button
        type="button"
        role="tab"
        key={tab}
        aria-selected={props.isHome === (tab === "Home")}
        onClick={() => props.choose(tab === "Home")}
      >
        {tab}
      </button>
    ))}
  </div>
);

/** What stands on the Home tab. */
export const AppHome = (props: { readonly appName: string; readonly home: PublishedHome }) => (
  <div class="messages home" role="tabpanel" aria-label="Home">
    {props.home === null ? (
      <p class="empty">{props.appName} has put nothing on this tab yet.</p>
    ) : (
      <Blocks blocks={props.home.blocks} host={props.home.host} />
    )}
  </div>
);
