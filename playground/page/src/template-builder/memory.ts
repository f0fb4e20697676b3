import { type JsonObject, objectOf } from "../ui/json.ts";
import { readAt, writeAt } from "./paths.ts";
import type { Target } from "./values.ts";

/** What a component remembers besides its answer, such as whether it is open or how far it has played. */
export type PartState = {
  readonly open?: boolean;
  /** Quarter turns to the right. */
  readonly turns?: number;
  readonly isPlaying?: boolean;
  /** From 0 to 1. */
  readonly played?: number;
  /** The furthest that it has played, from 0 to 1. */
  readonly reached?: number;
  /** The label that is chosen for the next mark or area, by its place. */
  readonly label?: number;
  readonly tool?: string;
  /** The corners of an area that is being drawn, as shares of the picture. */
  readonly draft?: readonly { readonly left: number; readonly top: number }[];
  /** A piece of text that is selected, or the place of an area. */
  readonly selection?: { readonly offset: number; readonly length: number };
  readonly chosen?: number;
  /** What was typed, where the answer is made of it. */
  readonly words?: string;
  /** Items that are hidden, by their place. */
  readonly hidden?: readonly number[];
  /** Names of kept files by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** The last answer to each question of a quiz, and the first one, which counts. */
  readonly answers?: JsonObject;
  readonly firsts?: JsonObject;
};

/** What one task holds: answers, values of its own, and what its components remember. */
export type Memory = {
  read(target: Target): unknown;
  write(target: Target, value: unknown): void;
  output(): JsonObject;
  stateOf(key: string): PartState;
  keep(key: string, change: PartState): void;
  isOpened(url: string): boolean;
  open(url: string): void;
};

const nothing: PartState = {};

/** A memory that begins with the given answers. */
export const createMemory = (output: unknown): Memory => {
  const trees: Record<Target["store"], JsonObject> = {
    output: objectOf(output),
    internal: {},
    local: {},
  };
  const states = new Map<string, PartState>();
  const opened = new Set<string>();
  return {
    read: ({ store, steps }) => readAt(trees[store], steps),
    write: ({ store, steps }, value) => {
      trees[store] = writeAt(trees[store], steps, value);
    },
    output: () => trees.output,
    stateOf: (key) => states.get(key) ?? nothing,
    keep: (key, change) => {
      states.set(key, { ...states.get(key), ...change });
    },
    isOpened: (url) => opened.has(url),
    open: (url) => {
      opened.add(url);
    },
  };
};
