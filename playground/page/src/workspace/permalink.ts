import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Where a message stands. */
export type CardPlace = { readonly channel: string; readonly ts: string };

const address = /^https:\/\/[\w.-]+\.slack\.com\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})$/;

/** The message that a pressed link leads to; null for every other press. */
const cardPlaceOf = (event: MouseEvent): CardPlace | null => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const [, channel, seconds, rest] = address.exec(link?.href ?? "") ?? [];
  return channel === undefined ? null : { channel, ts: `${seconds}.${rest}` };
};

/** Follows Slack's own addresses of messages here; those that `follow` does not take lead out of the page. */
export const useFollow = (follow: (place: CardPlace) => boolean): void => {
  useEffect(() => {
    const take = (event: MouseEvent): void => {
      const place = cardPlaceOf(event);
      if (place !== null && follow(place)) event.preventDefault();
    };
    document.addEventListener("click", take);
    return () => document.removeEventListener("click", take);
  });
};

/** Brings the message that a link led to in sight and gives it the focus, once it is drawn. */
export const useJump = (
  list: RefObject<HTMLElement | null>,
  jump: CardPlace | null,
  last: string | undefined,
): void => {
  const done = useRef<CardPlace | null>(null);
  useEffect(() => {
    if (jump === null || done.current === jump) return;
    const found = list.current?.querySelector(`[data-ts="${jump.ts}"]`);
    if (!(found instanceof HTMLElement)) return;
    done.current = jump;
    found.tabIndex = -1;
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  }, [jump, last]);
};
