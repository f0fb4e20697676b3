import type { JsonObject } from "../ui/json.ts";
import { isObject } from "../ui/json.ts";
import { type Evaluator, outside } from "./evaluate.ts";
import { isSame, type Scope } from "./values.ts";

/** How often triggers may set one another off before they are stopped. */
const mostRounds = 100;

/** Fires the triggers whose watched value has changed. */
export type Triggers = {
  /** Fires those that fire at once, when a task opens. */
  begin(): void;
  /** Fires those that a change sets off, until nothing changes; says whether they had to be stopped. */
  settle(): { readonly isStopped: boolean };
};

/** `plugin.trigger` of a config; `run` gets an evaluated action. */
export const createTriggers = (
  plugins: readonly JsonObject[],
  evaluator: Evaluator,
  run: (action: unknown) => void,
): Triggers => {
  const all = plugins
    .map((plugin, index) => ({ plugin, at: `plugins.${index}`, last: undefined as unknown }))
    .filter(({ plugin }) => plugin.type === "plugin.trigger");
  const piece = (plugin: JsonObject, at: string, name: string) => ({
    node: plugin[name],
    at: `${at}.${name}`,
  });
  const watched = ({ plugin, at }: (typeof all)[number]): unknown =>
    evaluator.evaluate(piece(plugin, at, "onChangeOf"), outside);
  const fire = ({ plugin, at }: (typeof all)[number], value: unknown): void => {
    // The watched value is what conditions and local values of the action are about.
    const local = isObject(value) ? value : {};
    const scope: Scope = { ...outside, local, self: { value, key: at } };
    const isMet =
      plugin.condition === undefined || evaluator.judge(piece(plugin, at, "condition"), scope).met;
    if (isMet) run(evaluator.evaluate(piece(plugin, at, "action"), scope));
  };
  return {
    begin: () => {
      for (const each of all) each.last = watched(each);
      for (const each of all) if (each.plugin.fireImmediately === true) fire(each, each.last);
    },
    settle: () => {
      for (let round = 0; round < mostRounds; round += 1) {
        const changed = all.filter((each) => !isSame(each.last, watched(each)));
        if (changed.length === 0) return { isStopped: false };
        for (const each of changed) {
          const value = watched(each);
          if (isSame(each.last, value)) continue;
          each.last = value;
          fire(each, value);
        }
      }
      return { isStopped: true };
    },
  };
};
