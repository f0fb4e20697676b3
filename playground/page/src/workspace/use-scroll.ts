import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MessageFacts } from "./answers.ts";

/** The message that a link led to, and the visit it belongs to: each visit jumps there once. */
export type Mark = { readonly ts: string; readonly visit: number };

/** Nearer to the end than this many pixels is at the end. */
const nearPixels = 40;

/**
 * Keeps the newest message in sight for those who were at the end, brings what one wrote oneself and what one is told alone
 * into sight, and jumps to the marked message. Those who read further up stay there.
 */
export const useScroll = (
  messages: readonly MessageFacts[],
  me: string,
  place: string,
  mark: Mark | null,
): { readonly list: RefObject<HTMLDivElement | null>; readonly onScroll: () => void } => {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const onScroll = (): void => {
    const shown = list.current;
    if (shown === null) return;
    isAtEnd.current = shown.scrollTop + shown.clientHeight > shown.scrollHeight - nearPixels;
  };
  const last = messages.at(-1);
  useEffect(() => {
    isAtEnd.current = true;
  }, [place]);
  useEffect(() => {
    if (last?.user === me || last?.is_ephemeral === true) isAtEnd.current = true;
  }, [last?.ts]);
  const isMarkHere = messages.some(({ ts }) => ts === mark?.ts);
  useEffect(() => {
    const marked = isMarkHere ? list.current?.querySelector(".message.marked") : null;
    if (!(marked instanceof HTMLElement)) return;
    isAtEnd.current = false;
    // Whoever goes on by keys goes on from here.
    marked.tabIndex = -1;
    marked.focus({ preventScroll: true });
    marked.scrollIntoView({ block: "center" });
  }, [isMarkHere, mark?.ts, mark?.visit]);
  // After each drawing: a card that grows must not push the newest words out of sight.
  useEffect(() => {
    if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  });
  return { list, onScroll };
};
