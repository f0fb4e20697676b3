import { textOf } from "../ui/json.ts";
import { type ElementProps, settle, stateOf } from "./host.ts";
import { localOf, secondsOf } from "./zoned-time.ts";

const members: Readonly<
  Record<string, readonly [input: "date" | "time" | "datetime-local", member: string]>
> = {
  datepicker: ["date", "selected_date"],
  timepicker: ["time", "selected_time"],
  datetimepicker: ["datetime-local", "selected_date_time"],
};

/** Pickers of a date, a time of day, or a moment in the viewer's zone. */
export const TimeInput = (props: ElementProps) => {
  const { host, element } = props;
  const type = textOf(element.type);
  const { tz } = host.directory.viewer;
  const [input, member] = members[type] ?? ["date", "value"];
  const held = stateOf(props)[member];
  const value = typeof held === "number" ? localOf(held, tz) : textOf(held);
  const onChange = (text: string): void => {
    const chosen = type === "datetimepicker" ? secondsOf(text, tz) : text;
    settle(props, { type, [member]: text === "" ? null : chosen });
  };
  return (
    <>
      <input
        class="field time"
        type={input}
        value={value}
        aria-labelledby={props.labelledBy}
        aria-label={props.labelledBy === undefined ? textOf(element.action_id) : undefined}
        aria-describedby={props.describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {type === "datetimepicker" && <small class="zone">Time in {tz}</small>}
    </>
  );
};
