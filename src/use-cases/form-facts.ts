import { mayRequest } from "../domain/approval.ts";
import { costOf } from "../domain/cost.ts";
import { type Environment, environments } from "../domain/environment.ts";
import { type FormErrors, projectFields, taskKinds } from "../domain/form.ts";
import { poolDefaults, readPoolForm } from "../domain/forms/pool-form.ts";
import { projectDefaults, readProjectForm } from "../domain/forms/project-form.ts";
import { microsFromDollars } from "../domain/money.ts";
import type { TaskSummary } from "../domain/plan.ts";
import type { CheckFinding, Cost, Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { draftProject } from "./judge-page.ts";
import type { Person } from "./ports.ts";

/** What a form shows besides the run itself. */
export type FormView = {
  readonly timeZone: string;
  readonly now: Date;
  readonly environments: readonly Environment[];
  readonly defaults: { readonly [field: string]: string | readonly string[] };
  readonly projectLabel: string | null;
  readonly poolLabel: string | null;
  readonly checking: boolean;
  readonly notes: FormErrors;
  readonly cost: Cost | null;
  readonly balanceMicros: number | null;
  readonly findings: readonly CheckFinding[];
};

/** The tasks of an accepted file, as far as a price needs them. */
const tasksOf = (run: Run): TaskSummary | null => {
  const { report } = run;
  if (report === null) return null;
  return {
    total: report.good,
    golden: report.golden,
    training: report.training,
    infinite: 0,
    overlaps: report.overlaps,
    digest: "",
  };
};

/** The price of what the draft would buy; null before its pool and tasks are known. */
const draftCost = (deps: Deps, run: Run): Cost | null => {
  const tasks = tasksOf(run);
  const pool = run.poolBody;
  if (tasks === null || pool === null) return null;
  return costOf({
    rewardMicros: microsFromDollars(pool.reward_per_assignment),
    realTasksPerSuite: pool.mixer_config.real_tasks_count,
    tasks,
    canAddOverlap: false,
    ...deps.fee,
  });
};

/** The page's defaults for fields that nobody filled in. */
const defaultsOf = (deps: Deps, run: Run, person: Person): FormView["defaults"] => {
  if (run.page === "project") {
    const typed = run.input.project?.[projectFields.kind];
    return projectDefaults(taskKinds.find((kind) => kind === typed) ?? "image_choice");
  }
  if (run.page === "pool") {
    return poolDefaults(
      deps.toloka.connection(run.environment)?.now() ?? deps.clock.now(),
      person.timeZone,
    );
  }
  return {};
};

/** Warnings of earlier pages, shown again where the draft is reviewed. */
const warningsOf = (deps: Deps, run: Run): FormErrors => {
  const project = run.input.project === undefined ? null : readProjectForm(run.input.project);
  const pool =
    run.input.pool === undefined
      ? null
      : readPoolForm(
          { project: run.projectId ?? draftProject, ...run.input.pool },
          { now: deps.clock.now() },
        );
  return {
    ...(project?.ok === true ? project.warnings : {}),
    ...(pool?.ok === true ? pool.warnings : {}),
  };
};

const label = (run: Run, field: string, name: string | null): string | null => {
  const typed = run.input[run.page]?.[`${field}_label`];
  return typeof typed === "string" ? typed : name;
};

/** Gathers what the form of a run's current page shows; asks nobody outside. */
export const formFacts = (deps: Deps, run: Run, person: Person, checking = false): FormView => ({
  timeZone: person.timeZone,
  now: deps.clock.now(),
  environments: environments.filter(
    (environment) =>
      deps.toloka.connection(environment) !== null &&
      mayRequest({ person, policy: deps.policy.environments[environment], environment }).kind !==
        "refused",
  ),
  defaults: defaultsOf(deps, run, person),
  projectLabel: label(run, "project", run.projectName),
  poolLabel: label(run, "pool", run.poolName),
  checking,
  notes: run.page === "review" ? warningsOf(deps, run) : {},
  cost: run.page === "review" ? draftCost(deps, run) : null,
  balanceMicros: null,
  findings: [],
});
