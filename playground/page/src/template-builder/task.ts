import { isObject, type JsonObject, textOf } from "../ui/json.ts";
import { followLink, isOpen, runAction, type Stage, type Theme } from "./actions.ts";
import { type Annotating, labelText, pressImageKey, unmarkText } from "./annotation-press.ts";
import type { TbConfig } from "./config.ts";
import { createEvaluator, outside } from "./evaluate.ts";
import { type AnnotationKey, annotationKeys, hotkeysOf, keyFor, keyName } from "./hotkeys.ts";
import { createMemory, type PartState } from "./memory.ts";
import { type Refusal, refusalsOf } from "./refusals.ts";
import { itemOf, mostShown, propOf, type Shown, shownFrom, targetOf } from "./shown.ts";
import { createTriggers } from "./triggers.ts";
import { isSame, keyOf, type Part, type Target, trouble, wordsOf } from "./values.ts";

/** A task as it came: its input values, and answers that it begins with. */
export type TaskFacts = {
  readonly id: string;
  readonly input: JsonObject;
  readonly output?: JsonObject;
  readonly assignmentId?: string;
  /** `"lat,lon"` of whoever answers. */
  readonly location?: string;
  /** What `helper.translate` gives, by key: the default values of `localizationConfig`. */
  readonly translations?: Readonly<Record<string, string>>;
};

/** What the page around a task does for it. */
export type Around = {
  /** An address that may be shown instead of one from outside; null when there is none. */
  media(url: string): string | null;
  /** Keeps a file; gives the id of its attachment. */
  upload(file: File): Promise<string>;
  notify(words: string, theme: Theme): void;
};

/** One task with its answers. What is below `subscribe` serves the drawing. */
export type Task = {
  readonly id: string;
  /** What would be submitted as `output_values`. */
  output(): JsonObject;
  /** What is wrong with the answers of the components that are shown now. */
  check(): readonly Refusal[];
  /** From now on what `check` finds is drawn at its component. */
  showRefusals(): void;
  /** Errors that the server gave, drawn at the field with that path until it changes. */
  refuse(errors: readonly { readonly path: string; readonly words: string }[]): void;
  /** Whether the key belonged to an action of the task; the action has then run. */
  press(key: string): boolean;
  /** Tells of every change; gives what ends it. */
  subscribe(listener: () => void): () => void;
  readonly around: Around;
  /** The outermost component, evaluated anew. */
  view(): unknown;
  prop(part: Part, name: string): unknown;
  words(part: Part, name: string): string;
  target(part: Part): Target | null;
  valueAt(target: Target | null): unknown;
  write(target: Target, value: unknown): void;
  /** What a field.list draws for one item. */
  item(part: Part, target: Target, index: number, item: unknown): unknown;
  stateOf(part: Part): PartState;
  keep(part: Part, change: PartState): void;
  isOpen(part: Part): boolean;
  run(action: unknown): void;
  /** Remembers that a link was followed; gives the words that say where it would lead. */
  follow(url: string): string;
  isFollowed(url: string): boolean;
  /** The key that sets a place to a value; undefined when there is none. */
  keyFor(target: Target | null, value?: unknown): string | undefined;
  /** The keys of the plugin of an annotation field. */
  annotationKeys(kind: "image" | "text"): ReadonlyMap<string, AnnotationKey>;
  /** What is to be drawn at a component now. */
  refusalsAt(part: Part): readonly string[];
  /** The server's errors that no shown component stands for. */
  strayRefusals(): readonly string[];
};

const pathOf = (target: Target | null): string =>
  target?.store === "output" ? target.steps.join(".") : "";

/** Opens a task of a config. Nothing of it throws for a broken config: what is broken is drawn with words. */
export const createTask = (config: TbConfig, facts: TaskFacts, around: Around): Task => {
  const root: JsonObject = { ...config };
  const memory = createMemory(facts.output);
  const evaluator = createEvaluator({
    root,
    input: facts.input,
    assignmentId: facts.assignmentId ?? "",
    location: facts.location,
    translations: facts.translations ?? {},
    read: memory.read,
    isOpened: memory.isOpened,
    played: (key) => memory.stateOf(key).reached,
  });
  const listeners = new Set<() => void>();
  const given = new Set<string>();
  let refused: readonly { readonly path: string; readonly words: string }[] = [];
  let isShowing = false;
  let isSettling = false;
  let shown: readonly Shown[] | null = null;
  let found: readonly Refusal[] | null = null;

  const outermost = (): unknown => {
    evaluator.begin();
    return evaluator.evaluate({ node: config.view, at: "view" }, outside);
  };
  const shownNow = (): readonly Shown[] => {
    shown ??= shownFrom(evaluator, outermost(), memory.read);
    return shown;
  };
  const view = (): unknown =>
    shownNow().length < mostShown
      ? outermost()
      : trouble(`the config asks for ${mostShown} components and more, which no page can show`);
  const check = (): readonly Refusal[] => {
    found ??= refusalsOf(evaluator, shownNow(), memory);
    return found;
  };
  const forget = (): void => {
    shown = null;
    found = null;
  };

  /** A default becomes the answer when its field is first shown; whoever clears it then has cleared it. */
  const giveDefaults = (): boolean => {
    let isAny = false;
    for (const { part, target } of shownNow()) {
      if (target === null || target.store === "local") continue;
      const place = `${target.store}.${target.steps.join(".")}`;
      if (given.has(place)) continue;
      given.add(place);
      if (memory.read(target) !== undefined) continue;
      const value = propOf(evaluator, part, "data");
      if (value === undefined) continue;
      memory.write(target, value);
      isAny = true;
    }
    if (isAny) forget();
    return isAny;
  };

  const write = (target: Target, value: unknown): void => {
    if (isSame(memory.read(target), value)) return;
    memory.write(target, value);
    const path = pathOf(target);
    refused = refused.filter(
      (error) =>
        path === "" ||
        !(`${error.path}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${error.path}.`)),
    );
    change();
  };
  const stage: Stage = { evaluator, memory, write, notify: around.notify };
  const triggers = createTriggers(config.plugins, evaluator, (action) => runAction(stage, action));

  const settle = (): void => {
    evaluator.begin();
    for (let round = 0; round < 100 && giveDefaults(); round += 1) forget();
    if (triggers.settle().isStopped) {
      around.notify("Triggers keep setting one another off: they were stopped.", "warning");
    }
    forget();
    giveDefaults();
  };
  const change = (): void => {
    forget();
    if (isSettling) return;
    isSettling = true;
    settle();
    isSettling = false;
    for (const listener of listeners) listener();
  };
  const run = (action: unknown): void => {
    runAction(stage, action);
    change();
  };
  const keep = (part: Part, state: PartState): void => {
    memory.keep(keyOf(part), state);
    change();
  };

  const annotate = ({ part, target }: Shown, key: string): boolean => {
    const kind = part.type === "field.image-annotation" ? "image" : "text";
    const does = annotationKeys(config.plugins, kind).get(key);
    if (does === undefined || propOf(evaluator, part, "disabled") === true) return false;
    const field = {
      state: memory.stateOf(keyOf(part)),
      value: target === null ? undefined : memory.read(target),
      prop: (name: string) => propOf(evaluator, part, name),
    };
    let done: Annotating | null = null;
    if (kind === "image") done = pressImageKey(field, does);
    else if (does.act === "label") done = labelText(field, does.index);
    else if (does.act === "remove") done = unmarkText(field);
    if (done === null) return false;
    memory.keep(keyOf(part), done.state);
    if (done.value !== undefined && target !== null) {
      write(target, done.value.length === 0 ? undefined : done.value);
    }
    change();
    return true;
  };

  isSettling = true;
  evaluator.begin();
  giveDefaults();
  triggers.begin();
  settle();
  isSettling = false;

  const hotkeys = () => hotkeysOf(config.plugins, evaluator);
  return {
    ...{ id: facts.id, around, view, check, write, keep, run },
    output: memory.output,
    showRefusals: () => {
      isShowing = true;
      for (const { part } of shownNow()) {
        const isHiding = part.type === "view.collapse" && !isOpen(evaluator, memory, part);
        if (isHiding && check().some(({ at }) => at.startsWith(`${keyOf(part)}.`))) {
          memory.keep(keyOf(part), { open: true });
        }
      }
      change();
    },
    refuse: (errors) => {
      refused = errors;
      change();
    },
    press: (key) => {
      const name = keyName(key);
      const hotkey = hotkeys().find((each) => each.key === name);
      if (hotkey !== undefined) {
        run(hotkey.action);
        return true;
      }
      return shownNow().some(
        (each) => /^field\.(image|text)-annotation$/.test(each.part.type) && annotate(each, name),
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prop: (part, name) => propOf(evaluator, part, name),
    words: (part, name) => wordsOf(propOf(evaluator, part, name)),
    target: (part) => targetOf(evaluator, part),
    valueAt: (target) => (target === null ? undefined : memory.read(target)),
    item: (part, target, index, item) =>
      isObject(part.props.render)
        ? itemOf(evaluator, part, target, index, item)
        : trouble("field.list has no render"),
    stateOf: (part) => memory.stateOf(keyOf(part)),
    isOpen: (part) => isOpen(evaluator, memory, part),
    follow: (url) => {
      const words = followLink(stage, url);
      change();
      return words;
    },
    isFollowed: memory.isOpened,
    keyFor: (target, value) => keyFor(root, hotkeys(), evaluator, target, value),
    annotationKeys: (kind) => annotationKeys(config.plugins, kind),
    refusalsAt: (part) => {
      const key = keyOf(part);
      const path = pathOf(targetOf(evaluator, part));
      const own = isShowing ? check().filter(({ at }) => at === key) : [];
      const others = path === "" ? [] : refused.filter((error) => error.path === path);
      return [...new Set([...own, ...others].map(({ words }) => words))];
    },
    strayRefusals: () => {
      const paths = new Set(shownNow().map(({ target }) => pathOf(target)));
      return refused
        .filter(({ path }) => !paths.has(path) || path === "")
        .map(({ path, words }) => (path === "" ? words : `${textOf(path)}: ${words}`));
    },
  };
};
