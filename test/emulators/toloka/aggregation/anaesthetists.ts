import type { Label } from "../../../../emulators/toloka/aggregation/dawid-skene.ts";

/**
 * The data of Dawid and Skene (1979), table 1: five anaesthetists judge how fit 45 patients are for an
 * operation, 1 to 4; the first one judged three times.
 */
const PATIENTS = [
  ...["111 1 1 1 1", "333 4 3 3 4", "112 2 1 2 2", "222 3 1 2 1", "222 3 2 2 2"],
  ...["222 3 3 2 2", "122 2 1 1 1", "333 3 4 3 3", "222 2 2 2 3", "232 2 2 2 3"],
  ...["444 4 4 4 4", "222 3 3 4 3", "111 1 1 1 1", "222 3 2 1 2", "121 1 1 1 1"],
  ...["111 2 1 1 1", "111 1 1 1 1", "111 1 1 1 1", "222 2 2 2 1", "222 1 3 2 2"],
  ...["222 2 2 2 2", "222 2 2 2 1", "222 3 2 2 2", "221 2 2 2 2", "111 1 1 1 1"],
  ...["111 1 1 1 1", "232 2 2 2 2", "111 1 1 1 1", "111 1 1 1 1", "112 1 1 2 1"],
  ...["111 1 1 1 1", "333 3 2 3 3", "111 1 1 1 1", "222 2 2 2 2", "222 3 2 3 2"],
  ...["433 4 3 4 3", "221 2 2 3 2", "232 3 2 3 3", "333 3 4 3 2", "111 1 1 1 1"],
  ...["111 1 1 1 1", "121 2 1 1 1", "232 2 2 2 2", "121 1 1 1 1", "222 2 2 2 2"],
] as const;

/** One label a judgement: patients p1 to p45, observers 1 to 5. */
export const ANAESTHETISTS: readonly Label[] = PATIENTS.flatMap((line, patient) =>
  line
    .split(" ")
    .flatMap((marks, observer) =>
      [...marks].map((label) => ({ task: `p${patient + 1}`, worker: `${observer + 1}`, label })),
    ),
);
