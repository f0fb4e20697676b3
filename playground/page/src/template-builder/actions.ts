import { objectOf } from "../ui/json.ts";
import type { Evaluator } from "./evaluate.ts";
import type { Memory } from "./memory.ts";
import { propOf, targetOf } from "./shown.ts";
import { isPart, isTrouble, keyOf, type Part, type Target, wordsOf } from "./values.ts";

const themes = ["info", "success", "warning", "danger"] as const;

/** The kind of a notice, which gives it its colour. */
export type Theme = (typeof themes)[number];

/** The theme that a text names; info when it names none. */
export const themeOf = (text: unknown): Theme => themes.find((each) => each === text) ?? "info";

/** What actions act upon. */
export type Stage = {
  readonly evaluator: Evaluator;
  readonly memory: Memory;
  write(target: Target, value: unknown): void;
  notify(words: string, theme: Theme): void;
};

/** Remembers that a link was followed, and says where it would have led. */
export const followLink = ({ memory }: Stage, url: string): string => {
  memory.open(url);
  return `On Toloka this opens ${url}. It counts as opened; the playground opens nothing outside.`;
};

/** A button may act on what it stands in, so its view is no circle. */
const seen = ({ evaluator }: Stage, { props, at, scope }: Part): Part | null => {
  const view = evaluator.evaluate({ node: props.view, at: `${at}.view` }, scope);
  return isPart(view) ? view : null;
};

const withView = (stage: Stage, action: Part, act: (key: string, view: Part) => void): void => {
  const view = seen(stage, action);
  if (view === null) stage.notify(`${action.type}: its view leads nowhere.`, "danger");
  else act(keyOf(view), view);
};

const place = (stage: Stage, action: Part): Target | null => {
  const target = targetOf(stage.evaluator, action);
  if (target === null) stage.notify(`${action.type}: its data cannot be written.`, "danger");
  return target;
};

/** Whether a collapse is open now. */
export const isOpen = (evaluator: Evaluator, memory: Memory, view: Part): boolean =>
  memory.stateOf(keyOf(view)).open ?? propOf(evaluator, view, "defaultOpened") === true;

const acts: ReadonlyMap<string, (stage: Stage, action: Part, depth: number) => void> = new Map<
  string,
  (stage: Stage, action: Part, depth: number) => void
>([
  [
    "action.set",
    (stage, action) => {
      const target = place(stage, action);
      const payload = propOf(stage.evaluator, action, "payload");
      if (isTrouble(payload)) stage.notify(`action.set: ${payload.words}.`, "danger");
      else if (target !== null) stage.write(target, payload);
    },
  ],
  [
    "action.toggle",
    (stage, action) => {
      const target = place(stage, action);
      if (target !== null) stage.write(target, stage.memory.read(target) !== true);
    },
  ],
  [
    "action.bulk",
    (stage, action, depth) => {
      const payload = propOf(stage.evaluator, action, "payload");
      for (const each of Array.isArray(payload) ? payload : []) runAction(stage, each, depth + 1);
    },
  ],
  [
    "action.notify",
    (stage, action) => {
      const { content, theme } = objectOf(propOf(stage.evaluator, action, "payload"));
      const words = isPart(content)
        ? wordsOf(propOf(stage.evaluator, content, "content"))
        : wordsOf(content);
      stage.notify(words, themeOf(theme));
    },
  ],
  [
    "action.open-link",
    (stage, action) => {
      const url = wordsOf(propOf(stage.evaluator, action, "payload"));
      stage.notify(followLink(stage, url), "info");
    },
  ],
  [
    "action.open-close",
    (stage, action) =>
      withView(stage, action, (key, view) =>
        stage.memory.keep(key, { open: !isOpen(stage.evaluator, stage.memory, view) }),
      ),
  ],
  [
    "action.play-pause",
    (stage, action) =>
      withView(stage, action, (key) =>
        stage.memory.keep(key, { isPlaying: stage.memory.stateOf(key).isPlaying !== true }),
      ),
  ],
  [
    "action.rotate",
    (stage, action) =>
      withView(stage, action, (key) => {
        const step = propOf(stage.evaluator, action, "payload") === "left" ? -1 : 1;
        stage.memory.keep(key, { turns: (stage.memory.stateOf(key).turns ?? 0) + step });
      }),
  ],
]);

/** Runs an action; one that is none, or unknown, is told as a notice. */
export const runAction = (stage: Stage, action: unknown, depth = 0): void => {
  if (action === undefined || depth > 50) return;
  const act = isPart(action) ? acts.get(action.type) : undefined;
  if (act !== undefined && isPart(action)) act(stage, action, depth);
  else {
    const what = isPart(action) ? action.type : wordsOf(action);
    stage.notify(`This is not an action that the page knows: ${what}`, "danger");
  }
};
