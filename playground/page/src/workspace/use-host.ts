import { useRef, useState } from "preact/hooks";
import type { BlocksHost, Directory, ElementState, Values } from "../block-kit/host.ts";
import type { Client, Container } from "./client.ts";

const withState = (
  values: Values,
  blockId: string,
  actionId: string,
  state: ElementState,
): Values => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: state },
});

/** What blocks need around them, for messages and views of one person. */
export const useHosts = (client: Client, directory: Directory, tell: (trouble: string) => void) => {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  // Changes reach the workspace in the order in which they were made.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [typed, setTyped] = useState<{ readonly [place: string]: Values }>({});

  const hostFor = (
    surface: BlocksHost["surface"],
    container: Container,
    held: Values,
    errors: BlocksHost["errors"],
    /** Changes when the fields may be others: what was typed before is the workspace's to keep. */
    version: string,
  ): BlocksHost => {
    const at =
      container.kind === "view" ? container.viewId : `${container.channel}/${container.ts}`;
    const place = `${at}@${version}`;
    const own = typed[place] ?? {};
    // What this page typed is newer than what the workspace last said of the same elements.
    const values: Values = Object.fromEntries(
      Object.entries({ ...held, ...own }).map(([blockId]) => [
        blockId,
        { ...held[blockId], ...own[blockId] },
      ]),
    );
    const keep = (blockId: string, actionId: string, state: ElementState): void =>
      setTyped((before) => ({
        ...before,
        [place]: withState(before[place] ?? {}, blockId, actionId, state),
      }));
    const report = async (
      blockId: string,
      actionId: string,
      state: ElementState,
      dispatch: boolean,
    ): Promise<void> => {
      const key = `${blockId}/${actionId}`;
      if (dispatch) setBusy((before) => new Set([...before, key]));
      try {
        const use = () => client.use({ in: container, blockId, actionId, state, dispatch });
        const used = queue.current.then(use, use);
        queue.current = used;
        await used;
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
      } finally {
        if (dispatch) setBusy((before) => new Set([...before].filter((each) => each !== key)));
      }
    };
    return {
      surface,
      directory,
      values,
      errors,
      busy,
      change: (blockId, actionId, state) => {
        keep(blockId, actionId, state);
        void report(blockId, actionId, state, false);
      },
      act: (blockId, actionId, state) => {
        keep(blockId, actionId, state);
        void report(blockId, actionId, state, true);
      },
      suggest: (blockId, actionId, query) =>
        container.kind === "view"
          ? client.offers({ viewId: container.viewId, blockId, actionId, query })
          : Promise.resolve([]),
      upload: (file) => client.upload(file),
    };
  };
  /** Resolves when the workspace knows of everything that was typed. */
  const settled = (): Promise<unknown> => queue.current.catch(() => undefined);
  return { hostFor, settled };
};
