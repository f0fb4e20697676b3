import type { Evaluator } from "./evaluate.ts";
import { fieldRules } from "./field-rules.ts";
import type { Memory } from "./memory.ts";
import { propOf, type Shown } from "./shown.ts";
import { keyOf, wordsOf } from "./values.ts";

/** Something wrong at a component: the path of its answer (empty when it has none) and words for a person. */
export type Refusal = {
  readonly path: string;
  readonly words: string;
  /** The component's key. */
  readonly at: string;
};

/** What is wrong with the answers of the shown components: their validation first, then the field's own rules. */
export const refusalsOf = (
  evaluator: Evaluator,
  shown: readonly Shown[],
  memory: Memory,
): readonly Refusal[] =>
  shown.flatMap(({ part, target }) => {
    const key = keyOf(part);
    const place = {
      path: target?.store === "output" ? target.steps.join(".") : "",
      at: key,
    };
    const value = target === null ? undefined : memory.read(target);
    if (part.props.validation !== undefined) {
      // A link asks whether it was opened itself, where its condition names no address.
      const subject = part.type === "view.link" ? propOf(evaluator, part, "url") : value;
      const scope = { ...part.scope, self: { value: subject, key } };
      const { met, words } = evaluator.judge(
        { node: part.props.validation, at: `${part.at}.validation` },
        scope,
      );
      if (!met) return [{ ...place, words: wordsOf(words) || "This answer is not allowed here." }];
    }
    const words = fieldRules.get(part.type)?.(value, (name) => propOf(evaluator, part, name));
    return words === undefined || words === null ? [] : [{ ...place, words }];
  });
