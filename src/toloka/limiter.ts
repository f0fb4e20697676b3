/** Runs work, at most so many at a time; the rest waits in order. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A limiter for `atOnce` pieces of work. */
export const createLimiter = (atOnce: number): Limiter => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      // Whoever ends hands its place over, so that `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
