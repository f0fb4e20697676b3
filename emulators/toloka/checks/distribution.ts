import { elementsOf } from "./elements.ts";
import type { Fields } from "./fields.ts";

/** Records what is wrong with a distribution function of control or training tasks. */
export function checkDistribution(owner: Fields, name: string): void {
  const distribution = owner.object(name);
  if (distribution === undefined) return;
  distribution.oneOf("scope", ["POOL", "PROJECT"], { required: true });
  distribution.oneOf("distribution", ["UNIFORM"], { required: true });
  distribution.integer("window_days", { required: true, min: 1, max: 365 });
  const bounds = { required: true, min: 1, max: 10_000 };
  for (const interval of elementsOf(distribution, "intervals", bounds)) {
    interval.integer("from", { min: 0, max: 1_000_000 });
    interval.integer("to", { min: 0, max: 1_000_000 });
    interval.integer("frequency", { required: true, min: 1, max: 10_000_000 });
  }
}
