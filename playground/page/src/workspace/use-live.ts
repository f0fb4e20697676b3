import { useEffect, useState } from "preact/hooks";

/** How the page hears of changes. */
export type Live = { readonly tick: number; readonly isConnected: boolean };

/** Counts the changes of the workspace, by its stream of events; false while the stream is cut. */
export const useLive = (): Live => {
  const [live, setLive] = useState<Live>({ tick: 0, isConnected: true });
  useEffect(() => {
    const source = new EventSource("/slack/_control/page/events");
    source.onmessage = () => setLive(({ tick }) => ({ tick: tick + 1, isConnected: true }));
    source.onerror = () => setLive(({ tick }) => ({ tick, isConnected: false }));
    return () => source.close();
  }, []);
  return live;
};

/**
 * Reads something again with each tick and each new `key`; what was read for another key is not shown. An
 * answer that is overtaken by a later one is dropped.
 */
export const useRead = <T>(
  read: () => Promise<T>,
  key: string,
  tick: number,
): { readonly data: T | null; readonly error: string | null } => {
  const [held, setHeld] = useState<{ key: string; data: T | null; error: string | null }>({
    key,
    data: null,
    error: null,
  });
  useEffect(() => {
    let isOld = false;
    read().then(
      (data) => !isOld && setHeld({ key, data, error: null }),
      (error: unknown) =>
        !isOld &&
        setHeld((before) => ({
          key,
          data: before.key === key ? before.data : null,
          error: error instanceof Error ? error.message : String(error),
        })),
    );
    return () => {
      isOld = true;
    };
  }, [key, tick]);
  return held.key === key ? held : { data: null, error: null };
};
