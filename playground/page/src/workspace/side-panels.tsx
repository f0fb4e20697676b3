import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Inspector } from "../inspector/inspector.tsx";
import { TolokaPanel } from "../toloka/toloka-panel.tsx";

const tabs = ["Guide", "Toloka", "Inspector"] as const;

/** What stands beside the workspace: the guide, Toloka's side, and what passed between Slack and the bot. */
export const SidePanels = (props: { readonly guide: ComponentChildren }) => {
  const [open, setOpen] = useState<(typeof tabs)[number] | null>(
    window.innerWidth > 1_100 ? "Guide" : null,
  );
  return (
    <section class={open === null ? "panels shut" : "panels"} aria-label="Behind the scenes">
      <div class="tabs" role="tablist" aria-label="Panels">
        {tabs.map((tab) => (
          <button
            type="button"
            role="tab"
            key={tab}
            id={`tab-${tab}`}
            aria-selected={open === tab}
            aria-controls="panel"
            onClick={() => setOpen(open === tab ? null : tab)}
          >
            {tab}
          </button>
        ))}
      </div>
      {open !== null && (
        <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${open}`}>
          {open === "Guide" && props.guide}
          {open === "Toloka" && <TolokaPanel />}
          {open === "Inspector" && <Inspector />}
        </div>
      )}
    </section>
  );
};
