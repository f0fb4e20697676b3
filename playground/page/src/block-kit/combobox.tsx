import { useEffect, useId, useRef, useState } from "preact/hooks";

/** One offer of a list. */
export type Offer = {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly group?: string;
};

type ComboboxProps = {
  readonly chosen: readonly Offer[];
  readonly isMulti: boolean;
  readonly placeholder: string;
  readonly labelledBy: string | undefined;
  readonly describedBy: string | undefined;
  /** The offers for what was typed; the app may be asked. */
  readonly look: (query: string) => Promise<readonly Offer[]>;
  readonly choose: (chosen: readonly Offer[]) => void;
};

/** The offers for some typed words. */
type Found = { readonly query: string; readonly offers: readonly Offer[] };

/** How long typing must rest before the offers are asked for, in milliseconds. */
const restMs = 150;

/** A select with search, as one or several choices: ARIA's combobox with a list. */
export const Combobox = (props: ComboboxProps) => {
  const { chosen, isMulti, look, choose } = props;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  // Enter came before the offers for the typed words did: the first of them is meant.
  const wantsFirst = useRef(false);
  const [active, setActive] = useState(0);
  const isOpen = query !== null;
  const offers = found?.offers ?? null;
  useEffect(() => {
    if (query === null) return;
    let isOld = false;
    const timer = setTimeout(
      () => {
        look(query).then(
          (offers) => {
            if (isOld) return;
            setFound({ query, offers });
            setActive(0);
            if (wantsFirst.current && offers[0] !== undefined) pick(offers[0]);
            wantsFirst.current = false;
          },
          () => !isOld && setFound({ query, offers: [] }),
        );
      },
      offers === null ? 0 : restMs,
    );
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [query]);
  const shut = (): void => {
    setQuery(null);
    setFound(null);
    wantsFirst.current = false;
  };
  const isChosen = (offer: Offer): boolean => chosen.some(({ key }) => key === offer.key);
  const pick = (offer: Offer): void => {
    if (!isMulti) choose([offer]);
    else if (isChosen(offer)) choose(chosen.filter(({ key }) => key !== offer.key));
    else choose([...chosen, offer]);
    shut();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = offers?.length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) setQuery("");
      else if (count > 0) setActive((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const offer = offers?.[active];
      if (found?.query !== query) wantsFirst.current = true;
      else if (offer !== undefined) pick(offer);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      shut();
    } else if (event.key === "Backspace" && isMulti && (query ?? "") === "" && chosen.length > 0) {
      choose(chosen.slice(0, -1));
    }
  };
  const single = isMulti ? "" : (chosen[0]?.label ?? "");
  return (
    <div class="combobox">
      <div class="combobox-box">
        {isMulti &&
          chosen.map((offer) => (
            <span class="chip" key={offer.key}>
              {offer.label}
              <button
                type="button"
                aria-label={`Remove ${offer.label}`}
                onClick={() => choose(chosen.filter(({ key }) => key !== offer.key))}
              >
                ×
              </button>
            </span>
          ))}
        <input
          ref={input}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={
            isOpen && offers?.[active] !== undefined ? `${list}-${active}` : undefined
          }
          aria-labelledby={props.labelledBy}
          aria-label={props.labelledBy === undefined ? props.placeholder : undefined}
          aria-describedby={props.describedBy}
          autocomplete="off"
          placeholder={single === "" ? props.placeholder : single}
          value={query ?? single}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => query === null && setQuery("")}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={shut}
        />
        <span class="chevron" aria-hidden="true">
          ⌄
        </span>
      </div>
      {isOpen && (
        <div
          role="listbox"
          id={list}
          class="menu list"
          aria-label="Options"
          aria-multiselectable={isMulti}
        >
          {offers === null && <p class="menu-note">Loading…</p>}
          {offers?.length === 0 && <p class="menu-note">No results</p>}
          {offers?.map((offer, index) => (
            <div key={offer.key}>
              {offer.group !== undefined && offer.group !== offers[index - 1]?.group && (
                <p class="menu-note">{offer.group}</p>
              )}
              {/* The input keeps the focus and hears the keys; the list is for the eye and the pointer. */}
              <div
                role="option"
                id={`${list}-${index}`}
                tabIndex={-1}
                aria-selected={isChosen(offer)}
                class={index === active ? "offer active" : "offer"}
                onMouseDown={(event) => {
                  event.preventDefault();
                  pick(offer);
                }}
              >
                {offer.label}
                {offer.note !== undefined && <small>{offer.note}</small>}
              </div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
