import { describe, expect, test } from "vitest";
import { isTrouble, wordsOf } from "../../../playground/page/src/template-builder/values.ts";
import { choose, evaluated, list, openTask, output, partsOf } from "./open-task.ts";

const input = { name: "Anna", tags: ["a", "b"], deep: { list: [{ x: 7 }] } };
const from = (path: string) => ({ type: "data.input", path });

describe("places of data", () => {
  test.each([
    [from("name"), "Anna"],
    [from("deep.list.0.x"), 7],
    [from("deep.none.x"), undefined],
    [{ type: "data.input", path: "none", default: "d" }, "d"],
    [{ type: "data.input", path: "none", default: from("name") }, "Anna"],
    [output("answer"), "yes"],
    [{ type: "data.assignment-id" }, "a7"],
    [{ type: "@yandex-toloka/data.location" }, "53.9,27.5"],
    [{ $empty: true }, undefined],
    [{ plain: [from("name")] }, { plain: ["Anna"] }],
  ])("%j is read", (content, value) => {
    const facts = {
      ...{ input, output: { answer: "yes" }, assignmentId: "a7", location: "53.9,27.5" },
    };
    expect(evaluated(content, facts)).toEqual(value);
  });

  test("what came as an input value is never taken for a component", () => {
    const hostile = { type: "view.iframe", url: "https://example.com" };
    expect(evaluated(from("x"), { input: { x: hostile } })).toEqual(hostile);
  });
});

describe("references", () => {
  const vars = {
    word: "boots",
    way: { $ref: "vars.word" },
    whose: { type: "data.input", path: "name" },
    box: { inner: { $ref: "vars.other" } },
    other: { value: 5 },
  };
  test.each([
    ["vars.word", "boots"],
    ["vars.way", "boots"],
    ["vars.whose", "Anna"],
    ["vars.box.inner.value", 5],
    ["view.type", "view.text"],
  ])("%s is followed", ($ref, value) => {
    expect(evaluated({ $ref }, { input }, vars)).toEqual(value);
  });

  test("one that leads nowhere is told in words", () => {
    expect(wordsOf(evaluated({ $ref: "vars.none" }))).toBe(
      '$ref "vars.none" leads nowhere, or back to itself',
    );
  });

  test("a component of vars can stand in two places", () => {
    const { task } = openTask({
      view: list({ $ref: "vars.hello" }, { $ref: "view.items.0" }),
      vars: { hello: { type: "view.text", content: "hi" } },
    });
    expect(partsOf(task).map((part) => task.words(part, "content"))).toEqual(["hi", "hi"]);
  });
});

const equals = (path: string, to: unknown) => ({ type: "condition.equals", data: from(path), to });

describe("helpers", () => {
  test.each([
    [{ type: "helper.concat-arrays", items: [from("tags"), ["c"]] }, ["a", "b", "c"]],
    [
      { type: "helper.entries2object", entries: [{ key: "k", value: from("name") }] },
      { k: "Anna" },
    ],
    [{ type: "helper.object2entries", data: { k: 1 } }, [{ key: "k", value: 1 }]],
    [choose(equals("name", "Anna"), 1, 2), 1],
    [choose(equals("name", "Olga"), 1, 2), 2],
    [choose(equals("name", "Olga"), 1), undefined],
    [
      {
        type: "helper.switch",
        cases: [
          { condition: equals("name", "Olga"), result: "o" },
          { condition: equals("name", "Anna"), result: "a" },
        ],
        default: "none",
      },
      "a",
    ],
    [{ type: "helper.switch", cases: [], default: "none" }, "none"],
    [{ type: "helper.join", items: [from("name"), 1, "x"], by: "-" }, "Anna-1-x"],
    [{ type: "helper.replace", data: "a.a", find: ".", replace: "$&" }, "a$&a"],
    [
      {
        type: "helper.replace",
        ...{ data: "aBb", find: "b+", replace: "<$&>" },
        params: { regExp: true, caseInsensitive: true },
      },
      "a<Bb>",
    ],
    [
      { type: "helper.search-query", query: "red boots", engine: "google" },
      "https://www.google.com/search?q=red%20boots",
    ],
    [{ type: "helper.text-transform", data: "ab c", transformation: "uppercase" }, "AB C"],
    [{ type: "helper.text-transform", data: "ab c", transformation: "capitalize" }, "Ab c"],
    [
      {
        type: "helper.transform",
        items: from("tags"),
        into: {
          type: "helper.join",
          by: ":",
          items: [
            { type: "data.local", path: "index" },
            { type: "data.local", path: "item" },
          ],
        },
      },
      ["0:a", "1:b"],
    ],
    [{ type: "helper.translate", key: "hello" }, "Hallo"],
    [{ type: "@yandex-toloka/helper.proxy", path: "/disk/a.jpg" }, "/disk/a.jpg"],
  ])("%j gives its value", (content, value) => {
    expect(evaluated(content, { input, translations: { hello: "Hallo" } })).toEqual(value);
  });

  test.each([
    [{ type: "helper.search-query", query: "q", engine: "altavista" }, /not a search engine/],
    [{ type: "helper.replace", data: "a", find: "(", replace: "", params: { regExp: true } }, /\(/],
    [{ type: "helper.transform", items: 5, into: 1 }, /not a list/],
    [{ type: "helper.translate", key: "none" }, /no translation "none"/],
    [{ type: "helper.guess" }, /helper\.guess is not a helper/],
    [{ type: "data.relative", path: "x" }, /outside of field\.list/],
    [{ type: "data.output", path: 5 }, /path of data\.output/],
  ])("%j says what is wrong with it", (content, words) => {
    const value = evaluated(content);
    expect(isTrouble(value)).toBe(true);
    expect(wordsOf(value)).toMatch(words);
  });

  test("only the branch that is taken is evaluated", () => {
    const broken = { $ref: "vars.none" };
    expect(
      evaluated(choose(equals("name", "Anna"), "ok", broken), {
        input,
      }),
    ).toBe("ok");
  });

  test("components made by helper.transform keep values of their own", () => {
    const into = { type: "field.text", data: { type: "data.local", path: "typed" } };
    const { task } = openTask({
      view: list({ type: "view.list", items: { type: "helper.transform", items: [1, 2], into } }),
    });
    const [inner] = partsOf(task);
    const items = inner === undefined ? [] : task.prop(inner, "items");
    const [one, two] = Array.isArray(items) ? items.map((part) => task.target(part)) : [];
    if (one === null || one === undefined) throw new Error("no target");
    task.write(one, "x");
    expect([task.valueAt(one), task.valueAt(two ?? null)]).toEqual(["x", undefined]);
  });
});
