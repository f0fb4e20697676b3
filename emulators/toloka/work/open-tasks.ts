import type { Task } from "../entities.ts";

/**
 * General tasks that someone can still get, in order of creation. Which task is the n-th depends on
 * nothing but the tasks themselves, so that a crowd picks the same ones after a snapshot was loaded.
 */
export type OpenTasks = {
  size(): number;
  has(task: Task): boolean;
  /** The n-th open task, counted from 0. */
  at(place: number): Task | undefined;
  set(task: Task, position: number, isOpen: boolean): void;
};

/** No tasks yet. A tree of sums (Fenwick): changing and finding take the logarithm of the number of tasks. */
export function createOpenTasks(): OpenTasks {
  const open = new Set<Task>();
  const tasks: (Task | undefined)[] = [];
  /** Node `index` counts the open tasks at positions `index - lowest bit` to `index - 1`. */
  const tree: number[] = [0];

  /** A new node counts what lies below it. */
  function grow(position: number): void {
    while (tree.length <= position + 1) {
      const index = tree.length;
      let sum = 0;
      for (let below = index - 1; below > index - lowestBit(index); below -= lowestBit(below)) {
        sum += tree[below] ?? 0;
      }
      tree.push(sum);
    }
  }

  return {
    size: () => open.size,
    has: (task) => open.has(task),
    at(place) {
      if (place < 0 || place >= open.size) return undefined;
      let index = 0;
      let left = place;
      for (let step = highestBit(tree.length - 1); step > 0; step >>>= 1) {
        const count = tree[index + step];
        if (count === undefined || count > left) continue;
        index += step;
        left -= count;
      }
      return tasks[index];
    },
    set(task, position, isOpen) {
      if (open.has(task) === isOpen) return;
      grow(position);
      tasks[position] = task;
      if (isOpen) open.add(task);
      else open.delete(task);
      for (let index = position + 1; index < tree.length; index += lowestBit(index)) {
        tree[index] = (tree[index] ?? 0) + (isOpen ? 1 : -1);
      }
    },
  };
}

function lowestBit(index: number): number {
  return index & -index;
}

function highestBit(index: number): number {
  return index === 0 ? 0 : 2 ** (31 - Math.clz32(index));
}
