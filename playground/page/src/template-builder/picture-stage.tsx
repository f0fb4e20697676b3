import type { ComponentChild } from "preact";
import { useRef, useState } from "preact/hooks";
import { Absent } from "./absent.tsx";
import type { Spot } from "./image-areas.ts";

type PictureStageProps = {
  readonly url: string;
  /** The address that may be shown; null when there is none. */
  readonly shown: string | null;
  readonly name: string;
  readonly describedBy: string;
  readonly style: Readonly<Record<string, string>>;
  readonly isDisabled: boolean;
  /** Whether a drag from one corner to another makes an area. */
  readonly hasDrags: boolean;
  press(spot: Spot): void;
  children(spot: Spot | null): ComponentChild;
};

const steps: Readonly<Record<string, Spot>> = {
  ArrowLeft: { left: -1, top: 0 },
  ArrowRight: { left: 1, top: 0 },
  ArrowUp: { left: 0, top: -1 },
  ArrowDown: { left: 0, top: 1 },
};

const within = (share: number): number => Math.min(1, Math.max(0, share));

const spotOf = (event: PointerEvent & { readonly currentTarget: HTMLElement }): Spot => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return {
    left: within((event.clientX - left) / width),
    top: within((event.clientY - top) / height),
  };
};

/** A picture that is pressed with the mouse, or with a cross that the arrow keys move and Enter sets down. */
export const PictureStage = (props: PictureStageProps) => {
  const { url, shown, press } = props;
  const [spot, setSpot] = useState<Spot | null>(null);
  const [cross, setCross] = useState<Spot | null>(null);
  const down = useRef<Spot | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const from = cross ?? { left: 0.5, top: 0.5 };
    if (step !== undefined) {
      const size = event.shiftKey ? 0.005 : 0.02;
      setCross({
        left: within(from.left + step.left * size),
        top: within(from.top + step.top * size),
      });
    } else if (event.key === "Enter" || event.key === " ") press(from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={shown === null ? "tb-stage tb-stage-absent" : "tb-stage"} style={props.style}>
      {shown === null ? (
        <Absent what="Picture" url={url} why="Not loaded: areas can be marked on this plane." />
      ) : (
        <img src={shown} alt="" draggable={false} />
      )}
      {props.children(cross ?? spot)}
      {cross !== null && (
        <span
          class="tb-cross"
          aria-hidden="true"
          style={{ left: `${cross.left * 100}%`, top: `${cross.top * 100}%` }}
        />
      )}
      <button
        type="button"
        class="tb-pad"
        aria-label={`${props.name}: arrow keys move the cross, Enter sets a corner`}
        aria-describedby={props.describedBy}
        disabled={props.isDisabled}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          down.current = spotOf(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          setCross(null);
          press(down.current);
        }}
        onPointerMove={(event) => setSpot(spotOf(event))}
        onPointerLeave={() => setSpot(null)}
        onPointerUp={(event) => {
          const from = down.current;
          down.current = null;
          if (from === null || !props.hasDrags) return;
          const to = spotOf(event);
          if (Math.hypot(to.left - from.left, to.top - from.top) > 0.01) press(to);
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
};
