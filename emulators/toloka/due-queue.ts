/** Something planned for the virtual moment `at`, or earlier once the real moment `realAt` is past. */
type Planned = {
  at: number;
  order: number;
  action: (at: number) => void;
  realAt?: number;
  taken: boolean;
};

/** What is planned, earliest first; things of one moment in the order in which they were planned. */
export type DueQueue = {
  add(at: number, action: Planned["action"], realAt?: number): void;
  /** The first thing due at `now` of virtual or `real` of real time, taken out; undefined for none. */
  take(now: number, real: number): Planned | undefined;
  clear(): void;
};

/** An empty queue: a binary heap, so that ten thousand planned things cost little. */
export function createDueQueue(): DueQueue {
  let heap: Planned[] = [];
  let realTimed: Planned[] = [];
  let order = 0;

  function takeTop(): void {
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      sink(heap);
    }
  }

  return {
    add(at, action, realAt) {
      order += 1;
      const planned: Planned = { at, order, action, taken: false };
      if (realAt !== undefined) {
        planned.realAt = realAt;
        realTimed.push(planned);
      }
      heap.push(planned);
      rise(heap);
    },
    take(now, real) {
      while (heap[0]?.taken === true) takeTop();
      let first = heap[0] !== undefined && heap[0].at <= now ? heap[0] : undefined;
      for (const item of realTimed) {
        if ((item.realAt ?? 0) > real) continue;
        if (first === undefined || isBefore(item, first)) first = item;
      }
      const found = first;
      if (found === undefined) return undefined;
      found.taken = true;
      if (found.realAt !== undefined) realTimed = realTimed.filter((item) => item !== found);
      return found;
    },
    clear() {
      heap = [];
      realTimed = [];
    },
  };
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function swap(heap: Planned[], a: number, b: number): boolean {
  const left = heap[a];
  const right = heap[b];
  if (left === undefined || right === undefined || !isBefore(right, left)) return false;
  heap[a] = right;
  heap[b] = left;
  return true;
}

function rise(heap: Planned[]): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >>> 1;
    if (!swap(heap, parent, at)) return;
    at = parent;
  }
}

function sink(heap: Planned[]): void {
  for (let at = 0; ; ) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) return;
    const child = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
    if (!swap(heap, at, child)) return;
    at = child;
  }
}
