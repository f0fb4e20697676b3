import { objectOf, textOf } from "../ui/json.ts";
import { act, type ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

const words = (text: unknown, label: unknown): string => textOf(label) || plain(text);

/** Thumbs up and thumbs down under an answer; each says its value. */
export const FeedbackButtons = (props: ElementProps) => (
  <>
    {[
      { sign: "↑", part: objectOf(props.element.positive_button) },
      { sign: "↓", part: objectOf(props.element.negative_button) },
    ].map(({ sign, part }) => (
      <button
        key={sign}
        type="button"
        class="button"
        onClick={() => act(props, { type: "feedback_buttons", value: textOf(part.value) })}
      >
        <span aria-hidden="true">{sign}</span> {words(part.text, part.accessibility_label)}
      </button>
    ))}
  </>
);

/** A button that is a picture in Slack; here its words stand beside it. */
export const IconButton = (props: ElementProps) => (
  <button type="button" class="button" onClick={() => act(props, { type: "icon_button" })}>
    <span aria-hidden="true">×</span> {words(props.element.text, props.element.accessibility_label)}
  </button>
);
