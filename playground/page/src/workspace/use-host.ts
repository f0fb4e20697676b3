import { useReducer, useRef, useState } from "preact/hooks";
import type { BlocksHost, Directory, ElementState, Values } from "../block-kit/host.ts";
import type { JsonObject } from "../ui/json.ts";
import type { Client, Container } from "./client.ts";

/** Words at fields, by block id. */
type Words = BlocksHost["errors"];

const withState = (
  values: Values,
  blockId: string,
  actionId: string,
  state: ElementState,
): Values => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: state },
});

/** What was typed into elements that a view still has, of the same type: the rule of the workspace too. */
const stillThere = (own: Values, held: Values): Values =>
  Object.fromEntries(
    Object.entries(own).map(([blockId, states]) => [
      blockId,
      Object.fromEntries(
        Object.entries(states).filter(
          ([actionId, { type }]) => held[blockId]?.[actionId]?.type === type,
        ),
      ),
    ]),
  );

const wordsAt = (words: Words, isMeant: (blockId: string) => boolean): Words =>
  Object.fromEntries(Object.entries(words).filter(([blockId]) => isMeant(blockId)));

/** What blocks need around them, for messages and views of one person. */
export const useHosts = (
  client: Client,
  directory: Directory,
  ask: BlocksHost["ask"],
  tell: (trouble: string) => void,
) => {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  // Changes reach the workspace in the order in which they were made.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Typed text is never taken back by an answer that is older: it is drawn from here.
  const typed = useRef(new Map<string, Values>());
  const refused = useRef(new Map<string, Words>());
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  const hostFor = (
    surface: BlocksHost["surface"],
    container: Container,
    held: Values,
    errors: BlocksHost["errors"],
  ): BlocksHost => {
    const place =
      container.kind === "view" ? container.viewId : `${container.channel}/${container.ts}`;
    const before = typed.current.get(place) ?? {};
    const own = container.kind === "view" ? stillThere(before, held) : before;
    typed.current.set(place, own);
    const words = wordsAt(refused.current.get(place) ?? {}, (blockId) => blockId in own);
    refused.current.set(place, words);
    // What this page typed is newer than what the workspace last said of the same elements.
    const values: Values = Object.fromEntries(
      Object.entries({ ...held, ...own }).map(([blockId]) => [
        blockId,
        { ...held[blockId], ...own[blockId] },
      ]),
    );
    const keep = (blockId: string, actionId: string, state: ElementState): void => {
      const now = typed.current.get(place) ?? {};
      typed.current.set(place, withState(now, blockId, actionId, state));
      redraw(undefined);
    };
    const say = (blockId: string, words: string | null): void => {
      const others = wordsAt(refused.current.get(place) ?? {}, (each) => each !== blockId);
      refused.current.set(place, words === null ? others : { ...others, [blockId]: words });
      redraw(undefined);
    };
    const report = async (
      blockId: string,
      actionId: string,
      state: ElementState,
      element: JsonObject | null,
    ): Promise<void> => {
      const dispatch = element !== null;
      const key = `${blockId}/${actionId}`;
      if (dispatch) setBusy((before) => new Set([...before, key]));
      try {
        const use = () =>
          client.use({
            ...{ in: container, blockId, actionId, state, dispatch },
            ...(element === null ? {} : { element }),
          });
        const used = queue.current.then(use, use);
        queue.current = used;
        await used;
        if (refused.current.get(place)?.[blockId] !== undefined) say(blockId, null);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        if (dispatch) tell(words);
        else say(blockId, words);
      } finally {
        if (dispatch) setBusy((before) => new Set([...before].filter((each) => each !== key)));
      }
    };
    return {
      surface,
      directory,
      values,
      errors: { ...errors, ...words },
      busy,
      change: (blockId, actionId, state) => {
        keep(blockId, actionId, state);
        void report(blockId, actionId, state, null);
      },
      ask,
      act: (blockId, actionId, state, element) => {
        keep(blockId, actionId, state);
        void report(blockId, actionId, state, element);
      },
      suggest: (blockId, actionId, query) =>
        container.kind === "view"
          ? client.offers({ viewId: container.viewId, blockId, actionId, query })
          : Promise.resolve([]),
      upload: (file) => client.upload(file),
    };
  };
  /** Waits until the workspace knows what was typed; false when it refused something of this view. */
  const settled = async (viewId: string): Promise<boolean> => {
    await queue.current.catch(() => undefined);
    return Object.keys(refused.current.get(viewId) ?? {}).length === 0;
  };
  return { hostFor, settled };
};
