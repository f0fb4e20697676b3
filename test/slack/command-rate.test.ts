import { expect, test } from "vitest";
import { createCommandRate } from "../../src/slack/ingress/command-rate.ts";

/** The rule written out plainly: each command of the last minute that was let in counts. */
const plainRate = (commandsAMinute: number) => {
  const all: number[] = [];
  return (nowMs: number): number | null => {
    const recent = all.filter((time) => time > nowMs - 60_000);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= commandsAMinute) {
      return Math.max(1, Math.ceil((oldest + 60_000 - nowMs) / 1_000));
    }
    all.push(nowMs);
    return null;
  };
};

test("a person's commands of the last minute count, whatever the times between them", () => {
  for (const most of [1, 3, 20]) {
    const rate = createCommandRate(most);
    const plain = plainRate(most);
    let nowMs = 0;
    for (let index = 0; index < 3_000; index += 1) {
      nowMs += (index * 7_919) % 9_001;
      expect(rate("U1", nowMs), `${most} a minute, command ${index}`).toBe(plain(nowMs));
    }
  }
});

test("one person's commands do not count for another", () => {
  const rate = createCommandRate(1);
  expect([rate("U1", 0), rate("U1", 1_000), rate("U2", 1_000)]).toEqual([null, 59, null]);
});
