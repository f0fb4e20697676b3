import { expect, test } from "vitest";
import type { Task } from "../../../../emulators/toloka/entities.ts";
import { createOpenTasks } from "../../../../emulators/toloka/work/open-tasks.ts";
import { createRandom } from "../../../../emulators/toloka/work/random.ts";

test("the n-th open task is the n-th in order of creation, however tasks came and went", () => {
  const random = createRandom(11);
  const open = createOpenTasks();
  const tasks = Array.from(
    { length: 300 },
    (_, index): Task => ({
      ...{ id: `${index}`, poolId: "1", created: 0, overlap: 1, remaining: 1, body: {} },
    }),
  );
  const isOpen = tasks.map(() => false);
  let known = 0;
  for (let step = 0; step < 2_000; step += 1) {
    known = Math.min(tasks.length, Math.max(known, Math.floor(step / 5) + 1));
    const position = random.below(known);
    const task = tasks[position];
    if (task === undefined) throw new Error("no task");
    isOpen[position] = random.below(3) > 0;
    open.set(task, position, isOpen[position] === true);
    const expected = tasks.filter((_, index) => isOpen[index] === true);
    expect(open.size()).toBe(expected.length);
    if (step % 20 > 0) continue;
    const found = Array.from({ length: open.size() + 1 }, (_, place) => open.at(place)?.id);
    expect(found).toEqual([...expected.map(({ id }) => id), undefined]);
  }
});
