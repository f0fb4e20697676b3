import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Offer } from "./combobox.tsx";
import type { Channel, Directory, Person } from "./host.ts";
import { plain } from "./text.tsx";

/** An option of the app as an offer. */
export const offerOf = (option: JsonObject): Offer => ({
  key: textOf(option.value),
  label: plain(option.text),
  ...(isObject(option.description) ? { note: plain(option.description) } : {}),
});

/** The options of an element, those of its groups included. */
export const optionsOf = (element: JsonObject): readonly JsonObject[] => [
  ...objectsOf(element.options),
  ...objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options)),
];

/** An element's own offers, with the names of their groups. */
export const ownOffers = (element: JsonObject): readonly Offer[] => [
  ...objectsOf(element.options).map(offerOf),
  ...objectsOf(element.option_groups).flatMap((group) =>
    objectsOf(group.options).map((option) => ({ ...offerOf(option), group: plain(group.label) })),
  ),
];

/** Those whose label has the typed words. */
export const matching = (offers: readonly Offer[], query: string): readonly Offer[] =>
  offers.filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()));

const personOffer = (person: Person): Offer => ({
  key: person.id,
  label: person.realName,
  note: `@${person.name}`,
});

const channelOffer = (channel: Channel): Offer => ({
  key: channel.id,
  label: channel.kind === "im" ? channel.name : `#${channel.name}`,
});

const kinds: Readonly<Record<Channel["kind"], string>> = {
  public: "public",
  private: "private",
  im: "im",
};

/** Who or what a select of entities offers, by its type and filter. */
export const entityOffers = (element: JsonObject, directory: Directory): readonly Offer[] => {
  const type = textOf(element.type).replace(/^multi_/, "");
  if (type === "users_select") {
    return directory.users
      .filter(({ deleted, kind }) => !deleted && kind !== "bot")
      .map(personOffer);
  }
  const filter = isObject(element.filter) ? element.filter : {};
  const include = Array.isArray(filter.include) ? filter.include.map(String) : null;
  return directory.channels
    .filter(({ kind, archived }) =>
      type === "channels_select"
        ? kind === "public" && !archived
        : !archived && (include === null || include.includes(kinds[kind])),
    )
    .map(channelOffer);
};
