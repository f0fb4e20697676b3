import { useEffect, useState } from "preact/hooks";

/** Reads again every second, and at once when `again` is called or the `key` of what is read changes. */
export const usePoll = <T>(read: () => Promise<T>, key = "") => {
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
  }, [count, key]);
  return { data: held, again: () => setCount((before) => before + 1) };
};
