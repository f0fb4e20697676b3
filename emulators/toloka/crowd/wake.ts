import type { World } from "../world.ts";

const wakers = new WeakMap<World, (at: number) => void>();

/** Whoever works in this world from now on. */
export function setWaker(world: World, waker: (at: number) => void): void {
  wakers.set(world, waker);
}

/** There may be work that was not there before: those who wait look again. */
export function wake(world: World, at: number): void {
  wakers.get(world)?.(at);
}
