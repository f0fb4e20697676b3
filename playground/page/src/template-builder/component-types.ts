const families: Readonly<Record<string, string>> = {
  view: "action-button alert audio collapse device-frame divider group iframe image labeled-list link link-group list map markdown text video",
  field:
    "audio button-radio button-radio-group checkbox checkbox-group date email file image-annotation list map media-file number phone-number quiz radio-group select text text-annotation textarea",
  layout: "bars columns compare side-by-side sidebar",
  action: "bulk notify open-close open-link play-pause rotate set toggle",
  condition:
    "all any not empty equals link-opened played played-fully required same-domain schema sub-array",
  helper:
    "concat-arrays entries2object if join object2entries replace search-query switch text-transform transform translate",
  plugin: "hotkeys trigger toloka field.image-annotation.hotkeys field.text-annotation.hotkeys",
  data: "input output internal local relative assignment-id",
};

/** Every component type of Template Builder's reference. */
export const knownTypes: ReadonlySet<string> = new Set([
  ...Object.entries(families).flatMap(([family, names]) =>
    names.split(" ").map((name) => `${family}.${name}`),
  ),
  ...["condition.distance", "data.location", "helper.proxy"].map(
    (name) => `@yandex-toloka/${name}`,
  ),
]);

/** Types that are known but only stood in for, and by what. */
export const standIns: ReadonlyMap<string, string> = new Map([
  ["view.iframe", "the page's address, because nothing outside is loaded"],
  ["view.map", "a plain grid, because no map is loaded"],
  ["field.map", "a plain grid with two numbers, because no map is loaded"],
  ["view.audio", "a player that only counts, because nothing outside is loaded"],
  ["view.video", "a player that only counts, because nothing outside is loaded"],
  ["@yandex-toloka/helper.proxy", "its path, because no proxy is asked"],
  [
    "@yandex-toloka/data.location",
    "nothing, unless a place is given, because no position is asked",
  ],
]);

/** The family of a component type, such as `view`; null when the text names no component. */
export const familyOf = (type: unknown): string | null =>
  typeof type === "string"
    ? (/^(?:@[\w-]+\/)?(view|field|layout|action|condition|helper|plugin|data)\.[\w.-]+$/.exec(
        type,
      )?.[1] ?? null)
    : null;
