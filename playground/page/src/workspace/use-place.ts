import { useEffect, useState } from "preact/hooks";
import { addressOf, type Place, placeBehind, placeIn, tolokerBehind } from "./address.ts";
import type { WorkspaceFacts } from "./answers.ts";

/** What the window shows, and how often it has gone somewhere: a link to the same message jumps again. */
export type Visit = { readonly place: Place; readonly count: number };

/** The place of the address. Going elsewhere is a step of the browser's history. */
export const usePlace = (): {
  readonly visit: Visit;
  readonly go: (to: Partial<Place>) => void;
} => {
  const [visit, setVisit] = useState<Visit>({ place: placeIn(window.location.search), count: 0 });
  const arrive = (): void =>
    setVisit(({ count }) => ({ place: placeIn(window.location.search), count: count + 1 }));
  useEffect(() => {
    window.addEventListener("popstate", arrive);
    return () => window.removeEventListener("popstate", arrive);
  }, []);
  const go = (to: Partial<Place>): void => {
    const address = addressOf({ ...placeIn(window.location.search), ...to });
    const isSame = address === window.location.pathname + window.location.search;
    if (!isSame) window.history.pushState(null, "", address);
    arrive();
  };
  return { visit, go };
};

/** A link to something of this workspace or of its Toloka is followed inside the playground; all others stay as they are. */
export const useInsideLinks = (facts: WorkspaceFacts, go: (to: Partial<Place>) => void): void => {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const address = link?.getAttribute("href") ?? "";
      const tasks = tolokerBehind(address);
      const to = placeBehind(address, facts);
      if (event.defaultPrevented || (tasks === null && to === null)) return;
      event.preventDefault();
      if (to !== null) go(to);
      else if (tasks !== null) window.open(tasks, "_blank", "noopener");
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [facts, go]);
};
