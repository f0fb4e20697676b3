import { z } from "zod";

/** A figure comes bare, or inside an object with a type. */
const resultSchema = z.union([
  z.number(),
  z.looseObject({ value: z.number() }).transform(({ value }) => value),
]);

const entrySchema = z.looseObject({
  request: z.looseObject({ name: z.string() }),
  // A figure that is not there (no average before the first answer) is no error.
  result: resultSchema.nullish().catch(null),
});

/** The details of a finished ANALYTICS operation as name of the figure -> its value. */
export const analyticsSchema = z
  .looseObject({ value: z.array(entrySchema) })
  .transform(({ value }): ReadonlyMap<string, number> => {
    const figures = value.flatMap(({ request, result }): [string, number][] =>
      typeof result === "number" ? [[request.name, result]] : [],
    );
    return new Map(figures);
  });
