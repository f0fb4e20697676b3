import { useEffect, useState } from "preact/hooks";

/** Reads again every second, and at once when `again` is called. */
export const usePoll = <T>(read: () => Promise<T>) => {
  const [held, setHeld] = useState<T | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isOld = false;
    const look = (): void => {
      read().then(
        (data) => !isOld && setHeld(data),
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, 1_000);
    return () => {
      isOld = true;
      clearInterval(timer);
    };
  }, [count]);
  return { data: held, again: () => setCount((before) => before + 1) };
};
