import type { FieldSpec } from "../checks/field-specs.ts";
import type { Pool } from "../entities.ts";
import { type JsonObject, objectOr } from "../json.ts";
import { knownAnswers } from "../work/kinds.ts";
import { createRandom, hashOf } from "../work/random.ts";
import type { World } from "../world.ts";
import { anyValue } from "./values.ts";

/**
 * The right answer to a task: the planted one, else its known answer, else one that follows from the
 * task's input and the crowd's seed, so that careful Tolokers agree about any task.
 */
export function truthOf(world: World, pool: Pool, taskId: string, body: JsonObject): JsonObject {
  const planted = world.store.truth.get(taskId);
  const said = planted ?? knownAnswers(body)[0] ?? {};
  const input = JSON.stringify(objectOr(body.input_values));
  const values: JsonObject = {};
  for (const [name, spec] of pool.snapshot.output) {
    if (Object.hasOwn(said, name)) values[name] = said[name];
    else values[name] = implied(spec, `${world.store.crowd.seed} ${name} ${input}`);
  }
  return values;
}

function implied(spec: FieldSpec, from: string): unknown {
  return anyValue(spec, createRandom(hashOf(from)));
}
