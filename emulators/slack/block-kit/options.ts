import { isRecord, items, member, sameJson } from "./json.ts";
import { below, failed, type Rule, soundThen } from "./rule.ts";
import { anyUrl, string } from "./scalar-rules.ts";
import { list, object } from "./shape-rules.ts";
import { anyText, plainText } from "./text-objects.ts";

const longestLabel = 75;
const longestValue = 150;

/** An entry of a menu: plain text only. */
export const menuOption: Rule = object(
  { text: plainText(longestLabel), value: string(longestValue) },
  { description: plainText(longestLabel) },
);

/** An entry of radio buttons and checkboxes, which may be formatted. */
export const choiceOption: Rule = object(
  { text: anyText(longestLabel), value: string(longestValue) },
  { description: anyText(longestLabel) },
);

/** An entry of an overflow menu, which may also open an address. */
export const overflowOption: Rule = object(
  { text: plainText(longestLabel), value: string(longestValue) },
  { description: plainText(longestLabel), url: anyUrl },
);

/** Entries of a menu under a heading. */
export const optionGroup: Rule = object({
  label: plainText(longestLabel),
  options: list(menuOption, 100),
});

const offered = (element: unknown): readonly unknown[] => [
  ...items(member(element, "options")),
  ...items(member(element, "option_groups")).flatMap((group) => items(member(group, "options"))),
];

const stranger = (pointer: string) =>
  failed(pointer, "must be equal to one of the options", "initial_option among options");

/** What is chosen at first must be, member for member, one of the entries offered. */
const initialAmongOffered: Rule = (element, pointer) => {
  if (!isRecord(element)) return [];
  const known = offered(element);
  const isOffered = (option: unknown) => known.some((other) => sameJson(option, other));
  const single = member(element, "initial_option");
  return [
    ...(single === undefined || isOffered(single)
      ? []
      : [stranger(below(pointer, "initial_option"))]),
    ...items(member(element, "initial_options")).flatMap((option, i) =>
      isOffered(option) ? [] : [stranger(below(below(pointer, "initial_options"), i))],
    ),
  ];
};

/** An element with entries: first its shape, then what is chosen at first. */
export const withOffer = (shape: Rule): Rule => soundThen(shape, initialAmongOffered);
