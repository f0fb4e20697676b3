import { isObject, textOf } from "../ui/json.ts";
import { type Ask, pieceAt, piecesOf } from "./asking.ts";
import { searchAddress } from "./search-query.ts";
import { trouble, wordsOf } from "./values.ts";

type Helper = (ask: Ask) => unknown;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const capitalised = (text: string): string => {
  const [first = "", ...rest] = [...text];
  return `${first.toUpperCase()}${rest.join("")}`;
};

const transform: Helper = (ask) => {
  const items = ask.value("items");
  if (!Array.isArray(items)) return items === undefined ? [] : trouble("items is not a list");
  const into = ask.open("into");
  return items.map((item, index) =>
    ask.evaluate(into, {
      ...ask.scope,
      id: `${ask.scope.id}/${into.at}.${index}`,
      local: { ...ask.scope.local, item, index },
    }),
  );
};

const replace: Helper = (ask) => {
  const [text, find, by] = [ask.value("data"), ask.value("find"), ask.value("replace")];
  if (typeof text !== "string" || typeof find !== "string" || typeof by !== "string") return text;
  const given = ask.value("params");
  const { replaceAll, regExp, caseInsensitive } = isObject(given) ? given : { replaceAll: true };
  const flags = `${replaceAll === true ? "g" : ""}${caseInsensitive === true ? "i" : ""}`;
  const source = regExp === true ? find : find.replace(/[.*+\-?^${}()|[\]\\]/g, "\\$&");
  try {
    const pattern = new RegExp(source, flags);
    return regExp === true ? text.replace(pattern, by) : text.replace(pattern, () => by);
  } catch (error) {
    return trouble(error instanceof Error ? error.message : String(error));
  }
};

const searchQuery: Helper = (ask) => {
  const given = ask.value("engine");
  const engine = textOf(isObject(given) ? given.name : given);
  const address = searchAddress(engine, wordsOf(ask.value("query")));
  return address ?? trouble(`"${engine}" is not a search engine that this page knows`);
};

const translate: Helper = (ask) => {
  const key = textOf(ask.value("key"));
  return Object.hasOwn(ask.world.translations, key)
    ? ask.world.translations[key]
    : trouble(`there is no translation "${key}"`);
};

/** Every helper by its type, as Template Builder's reference tells what it gives. */
export const helpers: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  ["helper.concat-arrays", (ask) => listOf(ask.value("items")).flat()],
  [
    "helper.entries2object",
    (ask) =>
      Object.fromEntries(
        listOf(ask.value("entries"))
          .filter(isObject)
          .map(({ key, value }) => [wordsOf(key), value]),
      ),
  ],
  [
    "helper.object2entries",
    (ask) => {
      const object = ask.value("data");
      return isObject(object) ? Object.entries(object).map(([key, value]) => ({ key, value })) : [];
    },
  ],
  [
    "helper.if",
    (ask) => ask.evaluate(ask.open(ask.judge(ask.open("condition")).met ? "then" : "else")),
  ],
  [
    "helper.switch",
    (ask) => {
      const met = piecesOf(ask.open("cases")).find(
        (each) => ask.judge(pieceAt(each, "condition")).met,
      );
      return ask.evaluate(met === undefined ? ask.open("default") : pieceAt(met, "result"));
    },
  ],
  [
    "helper.join",
    (ask) =>
      listOf(ask.value("items"))
        .map(wordsOf)
        .join(wordsOf(ask.value("by"))),
  ],
  ["helper.replace", replace],
  ["helper.search-query", searchQuery],
  [
    "helper.text-transform",
    (ask) => {
      const text = wordsOf(ask.value("data"));
      const how = ask.value("transformation");
      if (how === "uppercase") return text.toUpperCase();
      if (how === "lowercase") return text.toLowerCase();
      return how === "capitalize" ? capitalised(text) : trouble(`"${how}" is no transformation`);
    },
  ],
  ["helper.transform", transform],
  ["helper.translate", translate],
  ["@yandex-toloka/helper.proxy", (ask) => ask.value("path")],
]);
