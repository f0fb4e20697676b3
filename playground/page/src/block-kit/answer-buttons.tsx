import { objectOf, textOf } from "../ui/json.ts";
import type { ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

const words = (text: unknown, label: unknown): string => textOf(label) || plain(text);

/** Thumbs up and thumbs down under an answer; each says its value. */
export const FeedbackButtons = ({ host, element, blockId, actionId }: ElementProps) => (
  <>
    {[
      { sign: "↑", part: objectOf(element.positive_button) },
      { sign: "↓", part: objectOf(element.negative_button) },
    ].map(({ sign, part }) => (
      <button
        key={sign}
        type="button"
        class="button"
        onClick={() =>
          host.act(blockId, actionId, { type: "feedback_buttons", value: textOf(part.value) })
        }
      >
        <span aria-hidden="true">{sign}</span> {words(part.text, part.accessibility_label)}
      </button>
    ))}
  </>
);

/** A button that is a picture in Slack; here its words stand beside it. */
export const IconButton = ({ host, element, blockId, actionId }: ElementProps) => (
  <button
    type="button"
    class="button"
    onClick={() => host.act(blockId, actionId, { type: "icon_button" })}
  >
    <span aria-hidden="true">×</span> {words(element.text, element.accessibility_label)}
  </button>
);
