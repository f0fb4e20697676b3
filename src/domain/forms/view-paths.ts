import { isJsonObject, type JsonObject } from "../json.ts";
import type { FieldSpecs } from "../toloka.ts";
import { closest } from "./suggest.ts";

/** Every object in a JSON tree, without recursion, so that deep nesting cannot exhaust the stack. */
const objectsOf = (root: unknown): readonly JsonObject[] => {
  const found: JsonObject[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isJsonObject(value)) {
      found.push(value);
      waiting.push(...Object.values(value).reverse());
    } else if (Array.isArray(value)) {
      waiting.push(...value.toReversed());
    }
  }
  return found;
};

/** All `type` texts used in a config. */
export const componentTypes = (config: unknown): ReadonlySet<string> =>
  new Set(
    objectsOf(config)
      .map((object) => object.type)
      .filter((type) => typeof type === "string"),
  );

const pathOf = (object: JsonObject, type: string): string | null => {
  const path = object.path;
  if (object.type !== type || typeof path !== "string") return null;
  return path.split(".", 1)[0] ?? null;
};

const namesRead = (config: unknown, type: string): ReadonlySet<string> =>
  new Set(
    objectsOf(config)
      .map((object) => pathOf(object, type))
      .filter((name) => name !== null),
  );

const wrongName = (verb: string, name: string, side: string, specs: FieldSpecs): string => {
  const names = Object.keys(specs);
  const only = names.length === 1 ? names[0] : undefined;
  const suggestion = closest(name, names) ?? only;
  const start = `The view ${verb} *${name}*, but `;
  if (suggestion !== undefined && only !== undefined) {
    return `${start}the ${side} is called *${suggestion}*.`;
  }
  return suggestion === undefined
    ? `${start}there is no such ${side}. There are ${names.map((each) => `*${each}*`).join(", ")}.`
    : `${start}there is no such ${side}. Did you mean *${suggestion}*?`;
};

const resolved = (config: JsonObject, value: unknown): unknown => {
  if (!isJsonObject(value)) return value;
  const reference = value.$ref;
  if (typeof reference !== "string") return value;
  return reference.split(".").reduce<unknown>((current, key) => {
    if (Array.isArray(current)) return current[Number(key)];
    return isJsonObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }, config);
};

const choices = ["field.radio-group", "field.button-radio-group", "field.select"];

const wrongOptions = (config: JsonObject, outputs: FieldSpecs): readonly string[] => {
  const found: string[] = [];
  for (const field of objectsOf(config)) {
    if (!choices.includes(String(field.type))) continue;
    const data = resolved(config, field.data);
    const options = resolved(config, field.options);
    const name = isJsonObject(data) ? pathOf(data, "data.output") : null;
    if (name === null || !Object.hasOwn(outputs, name) || !Array.isArray(options)) continue;
    const allowed = outputs[name]?.allowed_values;
    if (allowed === undefined || outputs[name]?.type.startsWith("array_") === true) continue;
    for (const option of options) {
      const value: unknown = isJsonObject(option) ? option.value : undefined;
      if (value === undefined || allowed.some((each) => each === value)) continue;
      found.push(
        `The view offers *${String(value)}*, but *${name}* allows only ${allowed.join(", ")}.`,
      );
    }
  }
  return found;
};

/** A box to tick has no answer until it is ticked (Template Builder, field.checkbox). */
const withoutNo = (config: JsonObject, outputs: FieldSpecs): readonly string[] =>
  objectsOf(config).flatMap((field) => {
    const data = resolved(config, field.data);
    const name = isJsonObject(data) ? pathOf(data, "data.output") : null;
    if (field.type !== "field.checkbox" || field.preserveFalse === true) return [];
    if (name === null || !Object.hasOwn(outputs, name) || outputs[name]?.required === false) {
      return [];
    }
    return [
      `The view asks for *${name}*, which is required, with a box to tick: nobody can answer no. Options Yes and No can be answered both ways.`,
    ];
  });

/** What the comparison of a view with the fields found. */
export type ViewFindings = {
  /** Broken: the view would not work. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
};

/** Compares each `data.input` and `data.output` path and each offered option of a config with the fields. */
export const compareView = (
  config: JsonObject,
  inputs: FieldSpecs,
  outputs: FieldSpecs,
): ViewFindings => {
  const reads = namesRead(config, "data.input");
  const writes = namesRead(config, "data.output");
  const unused = Object.entries(inputs)
    .filter(([name, spec]) => spec.hidden !== true && !reads.has(name))
    .map(([name]) => {
      const meant = closest(name, [...reads]);
      const hint = meant === null ? "" : ` (did you mean *${meant}*?)`;
      return `*${name}* is not used by the view${hint}. Workers will not see it.`;
    });
  const unasked = Object.entries(outputs).filter(([name]) => !writes.has(name));
  return {
    errors: [
      ...[...reads]
        .filter((name) => !Object.hasOwn(inputs, name))
        .map((name) => wrongName("reads", name, "input", inputs)),
      ...[...writes]
        .filter((name) => !Object.hasOwn(outputs, name))
        .map((name) => wrongName("fills", name, "output", outputs)),
      ...unasked
        .filter(([, spec]) => spec.required !== false)
        .map(([name]) => `The view never fills *${name}*, which is required: nobody could submit.`),
      ...wrongOptions(config, outputs),
    ],
    warnings: [
      ...unused,
      ...withoutNo(config, outputs),
      ...unasked
        .filter(([, spec]) => spec.required === false)
        .map(([name]) => `The view never fills *${name}*.`),
    ],
  };
};
