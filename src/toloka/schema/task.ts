import { z } from "zod";
import type { KnownSolution, Task } from "../../domain/toloka.ts";
import { idSchema, jsonObjectSchema, resourceSchema } from "./wire.ts";

const knownSolutionSchema = z
  .looseObject({
    output_values: jsonObjectSchema,
    correctness_weight: z.number().nullish(),
  })
  .transform(
    ({ output_values, correctness_weight }): KnownSolution =>
      correctness_weight === null || correctness_weight === undefined
        ? { output_values }
        : { output_values, correctness_weight },
  );

const wireSchema = z
  .looseObject({
    id: idSchema,
    pool_id: idSchema,
    input_values: jsonObjectSchema,
    overlap: z.int().nullish(),
    infinite_overlap: z.boolean().nullish(),
    known_solutions: z.array(knownSolutionSchema).nullish(),
    message_on_unknown_solution: z.string().nullish(),
  })
  .refine((task) => typeof task.overlap === "number" || task.infinite_overlap !== false, {
    path: ["overlap"],
    message: "expected a number, since the overlap is not infinite",
  });

/** A task. Its overlap is null when, and only when, it is infinite. */
export const taskSchema = resourceSchema(wireSchema, (read): Task => {
  const overlap = read.infinite_overlap === true ? null : (read.overlap ?? null);
  return {
    id: read.id,
    poolId: read.pool_id,
    inputValues: read.input_values,
    overlap,
    infiniteOverlap: overlap === null,
    knownSolutions: read.known_solutions ?? [],
    hint: read.message_on_unknown_solution ?? null,
  };
});
