import type { FieldSpec } from "../checks/field-specs.ts";
import { canonical } from "../quality/majority.ts";
import type { Random } from "../work/random.ts";

/** Tries at a value other than the right one. */
const TRIES = 20;

/** Some value that the field takes. Texts with a pattern of their own are made up regardless of it. */
export function anyValue(spec: FieldSpec, random: Random): unknown {
  if (!spec.isArray) return anyScalar(spec, random);
  const least = Math.max(1, spec.minSize ?? 1);
  return Array.from({ length: least }, () => anyScalar(spec, random));
}

/** A value other than the right one; the right one when the field takes no other. */
export function wrongValue(spec: FieldSpec, right: unknown, random: Random): unknown {
  const wanted = canonical(right);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const value = anyValue(spec, random);
    if (canonical(value) !== wanted) return value;
  }
  return right;
}

function anyScalar(spec: FieldSpec, random: Random): unknown {
  if (spec.allowed !== undefined) return spec.allowed[random.below(spec.allowed.length)];
  switch (spec.type) {
    case "boolean":
      return random.below(2) === 1;
    case "integer": {
      const from = Math.ceil(spec.minValue ?? 0);
      const to = Math.floor(spec.maxValue ?? from + 9);
      return from + random.below(to - from + 1);
    }
    case "float": {
      const from = spec.minValue ?? 0;
      return from + random.next() * ((spec.maxValue ?? from + 1) - from);
    }
    case "url":
      return `https://example.com/answer/${random.below(10)}`;
    case "coordinates":
      return `${random.below(90)}.0,${random.below(180)}.0`;
    case "json":
      return { value: random.below(10) };
    default:
      return sized(`answer ${random.below(10)}`, spec);
  }
}

function sized(text: string, { minLength, maxLength }: FieldSpec): string {
  const least = text.padEnd(minLength ?? 0, ".");
  return maxLength === undefined ? least : least.slice(-maxLength || undefined);
}
