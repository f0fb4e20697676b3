import type { Environment } from "../../src/domain/environment.ts";
import type { FormErrors } from "../../src/domain/form.ts";
import type { Micros } from "../../src/domain/money.ts";
import type { CheckFinding, Cost } from "../../src/domain/run.ts";

/** What a form shows besides the run itself. */
export type FormFacts = {
  /** IANA zone of the person in front of the form. */
  readonly timeZone: string;
  readonly now: Date;
  /** Environments that have a key; the choice is offered only between several. */
  readonly environments: readonly Environment[];
  /** Values of fields that nobody filled in yet, for the page that is shown. */
  readonly defaults: { readonly [field: string]: string | readonly string[] };
  /** Name of the project that is picked, for its select; null when none is. */
  readonly projectLabel: string | null;
  readonly poolLabel: string | null;
  /** A file is being checked behind the form. */
  readonly checking: boolean;
  /** Warnings, field by field. */
  readonly notes: FormErrors;
  readonly cost: Cost | null;
  readonly balanceMicros: Micros | null;
  readonly findings: readonly CheckFinding[];
};
