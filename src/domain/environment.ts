/** The two Toloka installations a run can live in; they are never mixed. */
export const environments = ["sandbox", "production"] as const;

/** Where a run lives: practice without a crowd, or real money. */
export type Environment = (typeof environments)[number];
