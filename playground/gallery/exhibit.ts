import { fieldOf } from "../../blocks/ids.ts";
import { objectsOf, textOf } from "../../emulators/slack/json.ts";
import { carriedState, stateValues } from "../../emulators/slack/modals/element-state.ts";
import type { FormErrors } from "../../src/domain/form.ts";

/** One drawing of the gallery: what is sent to Slack, and the surface it is drawn on. */
export type Exhibit = {
  readonly name: string;
  readonly surface: "message" | "modal" | "home";
  readonly payload: object;
  /** What its elements hold before anybody touches them, as `state.values`. */
  readonly values: object;
  /** What stands at its fields after a refused submission, by block id. */
  readonly errors: FormErrors;
};

/** Exhibits under one heading. */
export type Section = { readonly title: string; readonly exhibits: readonly Exhibit[] };

type WithBlocks = { readonly blocks: unknown };

const untouched = ({ blocks }: WithBlocks): object => {
  const list = objectsOf(blocks);
  return stateValues(list, carriedState(list, new Map(), undefined));
};

const on =
  (surface: Exhibit["surface"]) =>
  (name: string, payload: WithBlocks): Exhibit => ({
    ...{ name, surface, payload, values: untouched(payload), errors: {} },
  });

/** A message under its name. */
export const message = on("message");

/** A modal under its name. */
export const modal = on("modal");

/** A Home tab under its name. */
export const home = on("home");

/** A modal whose submission was refused with errors by field. */
export const refusedModal = (name: string, payload: WithBlocks, errors: FormErrors): Exhibit => ({
  ...modal(name, payload),
  errors: Object.fromEntries(
    objectsOf(payload.blocks).flatMap(({ block_id }) => {
      const id = textOf(block_id) ?? "";
      const error = errors[fieldOf(id)];
      // Slack shows errors as plain text, and the bot takes the marks away.
      return error === undefined ? [] : [[id, error.replace(/\*([^*\n]+)\*/g, "$1")]];
    }),
  ),
});
