import { describe, expect, test } from "vitest";
import { brokenList } from "../../../playground/page/src/template-builder/list-properties.ts";
import {
  placeUnder,
  planeOf,
  spotOn,
} from "../../../playground/page/src/template-builder/map-plane.ts";
import type { PartState } from "../../../playground/page/src/template-builder/memory.ts";
import { playerStep } from "../../../playground/page/src/template-builder/player-step.ts";
import {
  answerQuiz,
  questionsOf,
} from "../../../playground/page/src/template-builder/quiz-answers.ts";
import { ticked } from "../../../playground/page/src/template-builder/ticked.ts";
import {
  typedNumber,
  typedPhone,
  typedText,
} from "../../../playground/page/src/template-builder/typed.ts";
import { isPart } from "../../../playground/page/src/template-builder/values.ts";
import { openTask } from "./open-task.ts";

describe("what is typed", () => {
  test.each([
    [typedText, "", "", undefined],
    [typedText, " a", " a", " a"],
    [typedNumber, "1,5x", "1,5", 1.5],
    [typedNumber, "-", "-", undefined],
    [typedNumber, "1.2.3", "1.2.3", undefined],
    [typedNumber, "", "", undefined],
    [typedNumber, "-07", "-07", -7],
    [typedPhone, "+7 (012) 345-67-89 ext", "+7 (012) 345-67-89 ", "+70123456789"],
    [typedPhone, "12+3", "12+3", "123"],
    [typedPhone, "+", "+", undefined],
  ])("%o of %j", (read, typed, words, value) => {
    expect(read(typed)).toEqual({ words, value });
  });
});

describe("a group of checkboxes", () => {
  test.each([
    [undefined, "a", true, false, { a: true }],
    [{ a: true }, "b", true, false, { a: true, b: true }],
    [{ a: true, b: true }, "a", false, false, { b: true }],
    [{ a: true }, "a", false, false, undefined],
    [{ a: true }, "a", false, true, { a: false }],
    ["broken", "a", true, false, { a: true }],
  ])("of %j: %s %j", (held, name, isTicked, preserveFalse, made) => {
    expect(ticked(held, name, isTicked, preserveFalse)).toEqual(made);
  });
});

describe("a quiz", () => {
  const questions = questionsOf([{ key: "a" }, { key: "b" }, { key: "c", disabled: true }]);

  test("has an answer once each question has one, and the first ones count", () => {
    const one = answerQuiz({}, undefined, questions, "b", 1);
    expect(one.value).toBeUndefined();
    const again = answerQuiz(one.state, undefined, questions, "b", 2);
    expect(again.state.answers).toEqual({ b: 2 });
    const whole = answerQuiz(again.state, undefined, questions, "a", 3);
    expect(whole.value).toEqual({ a: 3, b: 1 });
    expect(Object.keys(whole.value ?? {})).toEqual(["a", "b"]);
  });
});

describe("the plain grid of a map", () => {
  const plane = planeOf("50,20", 2);

  test("finds places on it and the place under a spot", () => {
    expect(plane).toEqual({ middle: { lat: 50, lon: 20 }, width: 90, height: 45 });
    expect(spotOn(plane, { lat: 50, lon: 20 })).toEqual({ left: 0.5, top: 0.5 });
    expect(spotOn(plane, { lat: 0, lon: 20 })).toBeNull();
    expect(placeUnder(plane, 0.5, 0.5)).toBe("50,20");
    expect(placeUnder(plane, 0, 0)).toBe("72.5,-25");
  });

  test("has its middle at 0,0 when the centre is no place", () => {
    expect(planeOf("x", "y").middle).toEqual({ lat: 0, lon: 0 });
  });
});

describe("a simulated player", () => {
  const steps = (count: number, loop: boolean) => {
    let state: PartState = { isPlaying: true };
    for (let step = 0; step < count; step += 1) {
      state = { ...state, ...playerStep(state, loop) };
    }
    return state;
  };

  test("reaches its end after five seconds of steps, and stops there", () => {
    expect(steps(24, false)).toMatchObject({ isPlaying: true });
    expect(steps(24, false).reached).toBeLessThan(1);
    expect(steps(25, false)).toEqual({ isPlaying: false, played: 1, reached: 1 });
  });

  test("begins anew when it loops, and has still been at its end", () => {
    expect(steps(25, true)).toEqual({ isPlaying: true, played: 0, reached: 1 });
    expect(steps(27, true).reached).toBe(1);
  });
});

describe("lists that a component is made of", () => {
  test.each([
    [{ type: "view.list", items: 5 }, "its items must be a list"],
    [{ type: "field.radio-group" }, "its options must be a list"],
    [
      { type: "field.select", options: { $ref: "vars.none" } },
      'its options: $ref "vars.none" leads nowhere, or back to itself',
    ],
    [{ type: "view.list", items: [] }, null],
    [{ type: "view.text" }, null],
  ])("%j: %j", (view, words) => {
    const { task } = openTask({ view });
    const part = task.view();
    if (!isPart(part)) throw new Error("no part");
    expect(brokenList(task, part)).toBe(words);
  });
});
