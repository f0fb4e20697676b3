import { type FormInput, poolFields as fields, type Reading } from "../form.ts";
import type { Micros } from "../money.ts";
import type { PoolBody } from "../plan.ts";
import { readClosingTime, tolokaTime, weekFromNow } from "./closing-time.ts";
import { textOf } from "./form-text.ts";
import { readAmounts } from "./pool-amounts.ts";
import { readAcceptance, readLanguages, readQuality } from "./pool-workers.ts";

/** What the pool form is judged by. */
export type PoolFormFacts = {
  readonly now: Date;
  /** The most this person may offer for a suite; no limit when absent. */
  readonly maxRewardMicros?: Micros;
  /**
   * The project when it is known without the form: its id, or "" while it is still to be created. Absent
   * when the form asks for it.
   */
  readonly projectId?: string;
};

type Notes = { [field: string]: string };

const readProject = (input: FormInput, known: string | undefined, errors: Notes): string => {
  if (known !== undefined) return known;
  const id = textOf(input, fields.project);
  if (!/^\d{1,19}$/u.test(id)) {
    errors[fields.project] = "Choose a project or pick *New project*.";
  }
  return id;
};

const readName = (input: FormInput, errors: Notes): string => {
  const name = textOf(input, fields.privateName);
  if (name === "") {
    errors[fields.privateName] =
      "Name the pool; workers do not see this name. E.g. *Shoes pool 1*.";
  }
  const length = [...name].length;
  if (length > 200) errors[fields.privateName] = `At most 200 characters - you have ${length}.`;
  return name;
};

const readAdult = (input: FormInput, errors: Notes): boolean => {
  const answer = textOf(input, fields.adult);
  if (answer !== "yes" && answer !== "no") {
    errors[fields.adult] = "Please answer - Toloka shows such tasks only to people who agreed.";
  }
  return answer === "yes";
};

const readCloses = (input: FormInput, now: Date, errors: Notes, warnings: Notes): Date => {
  const closing = readClosingTime(textOf(input, fields.closes), now);
  if (!closing.ok) {
    errors[fields.closes] = closing.message;
    return now;
  }
  if (closing.warning !== null) warnings[fields.closes] = closing.warning;
  return closing.time;
};

/** Reads the pool form into the body of `POST /pools`, keys in the order of Toloka's quick start. */
export const readPoolForm = (input: FormInput, facts: PoolFormFacts): Reading<PoolBody> => {
  const errors: Notes = {};
  const warnings: Notes = {};
  const projectId = readProject(input, facts.projectId, errors);
  const privateName = readName(input, errors);
  const adult = readAdult(input, errors);
  const closes = readCloses(input, facts.now, errors, warnings);
  const amounts = readAmounts(input, facts.maxRewardMicros, errors, warnings);
  const filter = readLanguages(input, errors, warnings);
  const quality = readQuality(input, amounts, errors, warnings);
  const acceptance = readAcceptance(input, errors);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const value: PoolBody = {
    project_id: projectId,
    private_name: privateName,
    may_contain_adult_content: adult,
    will_expire: tolokaTime(closes),
    reward_per_assignment: amounts.rewardDollars,
    assignment_max_duration_seconds: amounts.seconds,
    ...acceptance,
    ...(filter === null ? {} : { filter }),
    ...(quality === null ? {} : { quality_control: quality }),
    mixer_config: {
      real_tasks_count: amounts.real,
      golden_tasks_count: amounts.golden,
      training_tasks_count: amounts.training,
    },
    defaults: { default_overlap_for_new_task_suites: amounts.overlap },
  };
  return { ok: true, value, warnings };
};

/**
 * What an empty pool form is prefilled with. It closes in seven days at 18:00 in the person's time zone
 * (IANA name). The question about adult content has no default: it must be answered.
 */
export const poolDefaults = (
  now: Date,
  timeZone = "UTC",
): { readonly [field: string]: string | readonly string[] } => ({
  [fields.closes]: String(weekFromNow(now, timeZone).getTime() / 1000),
  [fields.price]: "0.02",
  [fields.seconds]: "600",
  [fields.overlap]: "3",
  [fields.realTasks]: "10",
  [fields.goldenTasks]: "0",
  [fields.trainingTasks]: "0",
  [fields.quality]: ["fast_answers", "majority_vote"],
  [fields.acceptance]: "automatic",
  [fields.reviewDays]: "14",
});
