/** The time that is left, by Toloka's clock: `deadline` as on the wire (UTC without zone), `now` in ms. */
export const Timer = (props: { readonly deadline: string; readonly now: number }) => {
  const left = Math.max(0, Math.ceil((Date.parse(`${props.deadline}Z`) - props.now) / 1000));
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  const shown = `${minutes}:${String(seconds).padStart(2, "0")}`;
  return (
    <span class={left < 30 ? "timer late" : "timer"} role="timer">
      {left === 0 ? "The time is over" : `${shown} left`}
    </span>
  );
};
