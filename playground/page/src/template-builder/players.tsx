import { useEffect } from "preact/hooks";
import { Absent } from "./absent.tsx";
import { Frame } from "./frame.tsx";
import { playerStep, stepMs } from "./player-step.ts";
import { boxStyle } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";

const Simulated = ({ part }: Drawn) => {
  const { task } = useTask();
  const { isPlaying = false, played: at = 0, reached } = task.stateOf(part);
  const isLooping = task.prop(part, "loop") === true;
  // Where a player is kept changes with each step, while the timer is the same.
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(
      () => task.keep(part, playerStep(task.stateOf(part), isLooping)),
      stepMs,
    );
    return () => clearInterval(timer);
  }, [isPlaying, isLooping, task, part.at]);
  const toggle = (): void => {
    const from = isPlaying || at < 1 ? at : 0;
    task.keep(part, { isPlaying: !isPlaying, played: from, reached: reached ?? 0 });
  };
  return (
    <div class="tb-player">
      <button type="button" class="button" onClick={toggle}>
        {isPlaying ? "❚❚ Pause" : "▶ Play"}
      </button>
      <progress max={1} value={at} aria-label="Played" />
      <small class="tb-hint">
        {reached === 1 ? "Played to the end." : "Simulated: it takes five seconds to its end."}
      </small>
    </div>
  );
};

const Shipped = ({ part, url, isVideo }: Drawn & { url: string; isVideo: boolean }) => {
  const { task } = useTask();
  const events = {
    src: url,
    controls: true,
    loop: task.prop(part, "loop") === true,
    onPlay: () => task.keep(part, { reached: task.stateOf(part).reached ?? 0 }),
    onEnded: () => task.keep(part, { reached: 1 }),
  };
  return isVideo ? (
    <video {...events} class="tb-image" style={boxStyle(task, part)}>
      <track kind="captions" />
    </video>
  ) : (
    <audio {...events}>
      <track kind="captions" />
    </audio>
  );
};

const Player = ({ part, isVideo }: Drawn & { readonly isVideo: boolean }) => {
  const { task } = useTask();
  const url = task.words(part, "url");
  const shown = url === "" ? null : task.around.media(url);
  if (shown !== null) {
    return (
      <Frame part={part}>
        <Shipped part={part} url={shown} isVideo={isVideo} />
      </Frame>
    );
  }
  const style = isVideo ? boxStyle(task, part, 16 / 9) : {};
  return (
    <Frame part={part}>
      <Absent what={isVideo ? "Video" : "Audio"} url={url} style={style} />
      <Simulated part={part} />
    </Frame>
  );
};

/** view.audio. */
export const AudioView = ({ part }: Drawn) => <Player part={part} isVideo={false} />;

/** view.video. */
export const VideoView = ({ part }: Drawn) => <Player part={part} isVideo={true} />;
