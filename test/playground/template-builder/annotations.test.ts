import { describe, expect, test } from "vitest";
import {
  addCorner,
  areaFrom,
  areasOf,
  areaUnder,
  cornersOf,
} from "../../../playground/page/src/template-builder/image-areas.ts";
import {
  adjusted,
  marksOf,
  piecesOfText,
  withMark,
  withoutMarks,
} from "../../../playground/page/src/template-builder/text-marks.ts";
import { list, openTask, output, partsOf } from "./open-task.ts";

const spot = (left: number, top: number) => ({ left, top });

describe("areas of a picture", () => {
  test.each([
    ["point", [spot(0.1, 0.2)], { shape: "point", left: 0.1, top: 0.2, label: "l" }],
    [
      "rectangle",
      [spot(0.5, 0.6), spot(0.1, 0.2)],
      { shape: "rectangle", left: 0.1, top: 0.2, width: 0.4, height: 0.4, label: "l" },
    ],
    ["rectangle", [spot(0.5, 0.6), spot(0.5, 0.2)], null],
    ["rectangle", [spot(0.5, 0.6)], null],
    ["polygon", [spot(0, 0), spot(1, 0)], null],
    [
      "polygon",
      [spot(0, 0), spot(1.5, 0), spot(1, -1)],
      { shape: "polygon", points: [spot(0, 0), spot(1, 0), spot(1, 0)], label: "l" },
    ],
  ] as const)("%s of %j", (shape, corners, area) => {
    expect(areaFrom(shape, corners, "l")).toEqual(area);
  });

  test("a polygon is closed at its first corner", () => {
    const draft = [spot(0.1, 0.1), spot(0.5, 0.1), spot(0.5, 0.5)];
    expect(addCorner("polygon", draft.slice(0, 2), spot(0.5, 0.5), undefined)).toEqual({
      draft,
      area: null,
    });
    expect(addCorner("polygon", draft, spot(0.105, 0.1), undefined)).toEqual({
      draft: [],
      area: { shape: "polygon", points: draft },
    });
  });

  test("what is no area is left out, and the uppermost of several is found", () => {
    const areas = areasOf([
      { shape: "rectangle", left: 0, top: 0, width: 1, height: 1 },
      { shape: "circle", left: 0, top: 0 },
      { shape: "polygon", points: 5 },
      { shape: "point", left: "0", top: 0 },
      { shape: "point", left: 0.5, top: 0.5 },
      null,
    ]);
    expect(areas.map(({ shape }) => shape)).toEqual(["rectangle", "point"]);
    expect(areas.map((area) => cornersOf(area).length)).toEqual([4, 1]);
    expect(areaUnder(areas, spot(0.51, 0.5))).toBe(1);
    expect(areaUnder(areas, spot(0.9, 0.9))).toBe(0);
    expect(areaUnder([], spot(0.9, 0.9))).toBe(-1);
  });

  test("the keys of the plugin choose tools and labels, close and cancel", () => {
    const { task } = openTask({
      view: list({
        type: "field.image-annotation",
        data: output("areas"),
        image: "u",
        labels: [
          { label: "Cat", value: "cat" },
          { label: "Dog", value: "dog" },
        ],
      }),
      plugins: [{ type: "plugin.field.image-annotation.hotkeys" }],
    });
    const [part] = partsOf(task);
    if (part === undefined) throw new Error("no field");
    const draft = [spot(0, 0), spot(1, 0), spot(1, 1)];
    expect(["r", "2", "3"].map((key) => task.press(key))).toEqual([true, true, false]);
    task.keep(part, { draft });
    expect(task.press("x")).toBe(true);
    expect(task.output()).toEqual({
      areas: [{ shape: "polygon", points: draft, label: "dog" }],
    });
    task.keep(part, { draft });
    expect(task.press("z")).toBe(true);
    expect(task.stateOf(part).draft).toEqual([]);
  });
});

const content = "Anna bought boots.";

describe("marks of a text", () => {
  test.each([
    [{ offset: 4, length: 8 }, false, { offset: 5, length: 6 }],
    [{ offset: 6, length: 2 }, true, { offset: 5, length: 6 }],
    [{ offset: 14, length: 4 }, true, { offset: 12, length: 6 }],
    [{ offset: 4, length: 1 }, true, { offset: 5, length: 0 }],
    [{ offset: -5, length: 900 }, false, { offset: 0, length: 18 }],
  ])("a selection of %j becomes whole, by words: %j", (stretch, words, whole) => {
    expect(adjusted(content, stretch, words)).toEqual(whole);
  });

  test("a new mark takes the place of those that it meets", () => {
    const anna = { label: "per", offset: 0, length: 4, segment: "Anna" };
    const marks = withMark([anna], content, { offset: 12, length: 5 }, "thing");
    expect(marks).toEqual([anna, { label: "thing", offset: 12, length: 5, segment: "boots" }]);
    expect(withMark(marks, content, { offset: 0, length: 17 }, "all")).toHaveLength(1);
    expect(withMark(marks, content, { offset: 5, length: 0 }, "none")).toEqual(marks);
    expect(withoutMarks(marks, { offset: 13, length: 1 })).toEqual([anna]);
  });

  test("an answer is read in the order of the text, without what is no mark", () => {
    const marks = marksOf(
      [
        { label: "b", offset: 12, length: 5 },
        { offset: "0" },
        { label: "a", offset: 0, length: 4 },
      ],
      content,
    );
    expect(piecesOfText(content, marks).map(({ text, mark }) => [text, mark?.label])).toEqual([
      ["Anna", "a"],
      [" bought ", undefined],
      ["boots", "b"],
      [".", undefined],
    ]);
    expect(marksOf([{ label: "x", offset: 900, length: 5 }], content)).toEqual([]);
  });

  test("the keys of the plugin mark the selection and take marks away", () => {
    const { task } = openTask({
      view: list({
        type: "field.text-annotation",
        data: output("marks"),
        content,
        labels: [{ label: "Person", value: "per" }],
      }),
      plugins: [{ type: "plugin.field.text-annotation.hotkeys", labels: ["p"] }],
    });
    const [part] = partsOf(task);
    if (part === undefined) throw new Error("no field");
    task.keep(part, { selection: { offset: 0, length: 4 } });
    expect(task.press("p")).toBe(true);
    expect(task.output()).toEqual({
      marks: [{ label: "per", offset: 0, length: 4, segment: "Anna" }],
    });
    expect(task.press("x")).toBe(false);
    task.keep(part, { selection: { offset: 0, length: 4 } });
    expect(task.press("x")).toBe(true);
    expect(task.output()).toEqual({});
  });
});
