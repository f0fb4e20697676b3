import { useRef, useState } from "preact/hooks";
import { Absent } from "./absent.tsx";
import { Frame } from "./frame.tsx";
import { boxStyle } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";

/** view.image: it keeps its proportions, opens in full on a press, and can be turned. */
export const ImageView = ({ part }: Drawn) => {
  const { task } = useTask();
  const full = useRef<HTMLDialogElement>(null);
  const url = task.words(part, "url");
  const [failed, setFailed] = useState("");
  const shown = url === "" ? null : task.around.media(url);
  const style = boxStyle(task, part);
  const turns = task.stateOf(part).turns ?? 0;
  const turn = (step: number): void => task.keep(part, { turns: turns + step });
  const alt = task.words(part, "label") || `Picture ${url.split("/").at(-1) ?? ""}`;
  const isBordered = task.prop(part, "noBorder") === false;
  if (shown === null || shown === failed) {
    const why = shown === null ? {} : { why: "It could not be loaded." };
    return (
      <Frame part={part}>
        <Absent what="Picture" url={url} style={style} {...why} />
      </Frame>
    );
  }
  const picture = (
    <img
      class="tb-image"
      src={shown}
      alt={alt}
      onError={() => setFailed(shown)}
      style={turns === 0 ? {} : { transform: `rotate(${turns * 90}deg)` }}
    />
  );
  const isScrolled = task.prop(part, "scrollable") === true;
  const frame = `tb-picture${isBordered ? " tb-bordered" : ""}${isScrolled ? " tb-scrolled" : ""}`;
  return (
    <Frame part={part}>
      {task.prop(part, "popup") === false || isScrolled ? (
        <div class={frame} style={style}>
          {picture}
        </div>
      ) : (
        <button
          type="button"
          class={frame}
          style={style}
          title="Show in full size"
          onClick={() => full.current?.showModal()}
        >
          {picture}
        </button>
      )}
      {task.prop(part, "rotatable") === true && (
        <div class="tb-tools">
          <button type="button" class="button" onClick={() => turn(-1)}>
            ⟲ Turn left
          </button>
          <button type="button" class="button" onClick={() => turn(1)}>
            ⟳ Turn right
          </button>
        </div>
      )}
      <dialog ref={full} class="tb-full" aria-label={alt}>
        <form method="dialog">
          <button type="submit" class="button">
            Close
          </button>
        </form>
        <img src={shown} alt={alt} />
      </dialog>
    </Frame>
  );
};
