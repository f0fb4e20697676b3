/** Tells those who watch that something of the workspace may have changed. */
export type Changes = {
  /** Something happened; watchers hear of it a moment later, once for a burst. */
  happened(): void;
  /** Calls `hear` after each burst until the answered function is called. */
  watch(hear: () => void): () => void;
};

/** How long a burst is gathered, in milliseconds. */
const gatherMs = 40;

/** Nobody watches yet. */
export function createChanges(): Changes {
  const watchers = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  return {
    happened() {
      if (watchers.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        for (const hear of watchers) hear();
      }, gatherMs).unref();
    },
    watch(hear) {
      watchers.add(hear);
      return () => watchers.delete(hear);
    },
  };
}
