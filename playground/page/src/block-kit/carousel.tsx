import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** How far a row of cards can be moved. */
type Room = { readonly left: boolean; readonly right: boolean };

const roomIn = (row: HTMLElement): Room => ({
  left: row.scrollLeft > 1,
  right: row.scrollLeft + row.clientWidth < row.scrollWidth - 1,
});

/** Cards side by side, moved by buttons at the ends, by the arrow keys, or by hand. */
export const Carousel = (props: { readonly cards: readonly ComponentChildren[] }) => {
  const { cards } = props;
  const row = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState<Room>({ left: false, right: false });
  const look = (): void => {
    if (row.current !== null) setRoom(roomIn(row.current));
  };
  // Presses that come while the row still glides go on from where it glides to.
  const aim = useRef(0);
  const move = (way: -1 | 1): void => {
    const shown = row.current;
    if (shown === null) return;
    aim.current = Math.max(0, Math.min(cards.length - 1, aim.current + way));
    const card = shown.children[aim.current];
    if (card instanceof HTMLElement) shown.scrollTo({ left: card.offsetLeft - shown.offsetLeft });
  };
  const settle = (): void => {
    const shown = row.current;
    if (shown === null) return;
    const edge = shown.getBoundingClientRect().left - 1;
    const first = [...shown.children].findIndex(
      (card) => card.getBoundingClientRect().left >= edge,
    );
    aim.current = Math.max(0, first);
  };
  useEffect(() => {
    const shown = row.current;
    if (shown === null) return undefined;
    // What is scrolled must take the focus, or the keyboard could not move it.
    shown.tabIndex = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
      const isInCard = event.target instanceof Element && event.target.closest("li") !== null;
      if (isInCard || !isArrow) return;
      event.preventDefault();
      move(event.key === "ArrowLeft" ? -1 : 1);
    };
    const whole = shown.parentElement;
    whole?.addEventListener("keydown", onKeyDown);
    shown.addEventListener("scrollend", settle);
    const watch = new ResizeObserver(look);
    watch.observe(shown);
    return () => {
      whole?.removeEventListener("keydown", onKeyDown);
      shown.removeEventListener("scrollend", settle);
      watch.disconnect();
    };
  }, [cards.length]);
  const end = (way: -1 | 1) => (
    <button
      type="button"
      class={way < 0 ? "carousel-end before" : "carousel-end"}
      aria-label={way < 0 ? "Previous card" : "Next card"}
      disabled={way < 0 ? !room.left : !room.right}
      onClick={() => move(way)}
    >
      <span aria-hidden="true">{way < 0 ? "‹" : "›"}</span>
    </button>
  );
  return (
    <section class="carousel" aria-roledescription="carousel" aria-label="Cards">
      {end(-1)}
      <ul
        class="carousel-row"
        ref={row}
        aria-label={`${cards.length} cards, moved with the arrow keys`}
        onScroll={look}
      >
        {cards.map((card, at) => (
          <li key={`${at}`} class="carousel-card">
            {card}
          </li>
        ))}
      </ul>
      {end(1)}
    </section>
  );
};
