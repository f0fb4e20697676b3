import { Key } from "./frame.tsx";
import type { AnnotationKey } from "./hotkeys.ts";

/** How many colours there are for labels; after the last they begin anew. */
export const colours = 6;

type MarkLabelsProps = {
  readonly labels: readonly { readonly label: string }[];
  readonly chosen: number | undefined;
  readonly isDisabled: boolean;
  readonly keys: ReadonlyMap<string, AnnotationKey>;
  choose(index: number): void;
};

/** The key of an act of an annotation field. */
export const keyOfAct = (
  keys: ReadonlyMap<string, AnnotationKey>,
  is: (key: AnnotationKey) => boolean,
): string | undefined => [...keys].find(([, does]) => is(does))?.[0];

/** The labels of an annotation field as buttons, each in its colour. */
export const MarkLabels = ({ labels, chosen, isDisabled, keys, choose }: MarkLabelsProps) => (
  <>
    {labels.map(({ label }, index) => (
      <button
        key={label}
        type="button"
        class={`button tb-pick tb-colour-${index % colours}`}
        aria-pressed={chosen === index}
        disabled={isDisabled}
        onClick={() => choose(index)}
      >
        <span class="tb-swatch" aria-hidden="true" />
        {label}
        <Key name={keyOfAct(keys, (key) => key.act === "label" && key.index === index)} />
      </button>
    ))}
  </>
);
