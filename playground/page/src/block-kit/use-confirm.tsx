import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { JsonObject } from "../ui/json.ts";
import { Confirm } from "./confirm.tsx";
import type { BlocksHost, Directory } from "./host.ts";

/**
 * The one dialog that asks before an act counts. It belongs to the page: a card that is repainted while somebody
 * reads the dialog does not take it away, as in Slack.
 */
export const useConfirm = (
  directory: Directory,
): { readonly ask: BlocksHost["ask"]; readonly dialog: ComponentChildren } => {
  const [asked, setAsked] = useState<{
    readonly confirm: JsonObject;
    readonly confirmed: () => void;
  } | null>(null);
  const answer = (isConfirmed: boolean): void => {
    setAsked(null);
    if (isConfirmed) asked?.confirmed();
  };
  return {
    ask: (confirm, confirmed) => setAsked({ confirm, confirmed }),
    dialog: asked !== null && (
      <Confirm confirm={asked.confirm} directory={directory} onAnswer={answer} />
    ),
  };
};
