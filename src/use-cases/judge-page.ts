import { mayRequest } from "../domain/approval.ts";
import { type Environment, environments } from "../domain/environment.ts";
import {
  channelField,
  type FormErrors,
  type FormInput,
  poolFields,
  reviewFields,
  startFields,
  tasksFields,
} from "../domain/form.ts";
import { asksForChannel } from "../domain/forms/asks-for-channel.ts";
import { readPoolForm } from "../domain/forms/pool-form.ts";
import { readProjectForm } from "../domain/forms/project-form.ts";
import { readTasksForm } from "../domain/forms/tasks-form.ts";
import type { DraftPage, Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { nextPage } from "./draft-steps.ts";
import type { Person } from "./ports.ts";
import type { RunChange } from "./store-ports.ts";

/** What a page's answers lead to. */
export type Judged =
  | { readonly kind: "errors"; readonly errors: FormErrors }
  | { readonly kind: "turn"; readonly page: DraftPage; readonly change: RunChange }
  | { readonly kind: "check"; readonly change: RunChange }
  | { readonly kind: "send"; readonly change: RunChange };

/** Stands for the project in a pool form while the project is only drafted; creation puts in the real id. */
export const draftProject = "0";

/** The shortest reason for a run that people approve, in characters. */
const shortestReason = 10;

const textOf = (input: FormInput, field: string): string => {
  const value = input[field];
  return typeof value === "string" ? value.trim() : "";
};

const error = (field: string, message: string): Judged => ({
  kind: "errors",
  errors: { [field]: message },
});

/** Turns to the next page, or sends the draft when this was the last. */
const onward = (run: Run, change: RunChange): Judged => {
  const page = nextPage({ ...run, ...change });
  return page === null ? { kind: "send", change } : { kind: "turn", page, change };
};

const judgeStart = (deps: Deps, run: Run, input: FormInput, person: Person): Judged => {
  const typed = textOf(input, startFields.environment);
  const environment: Environment = environments.find((each) => each === typed) ?? run.environment;
  const right = mayRequest({ person, policy: deps.policy.environments[environment], environment });
  if (right.kind === "refused") return error(startFields.environment, right.refusal.wrong);
  if (deps.toloka.connection(environment) === null) {
    return error(
      startFields.environment,
      `There is no Toloka key for ${environment} in this installation.`,
    );
  }
  const existing = textOf(input, "project_source") === "existing";
  const project = textOf(input, startFields.project);
  if (existing && project === "") {
    return error(startFields.project, "Choose a project, or pick a new project above.");
  }
  return onward(run, {
    environment,
    projectId: existing ? project : null,
    ...(existing ? { projectBody: null } : {}),
  });
};

const judgePool = (deps: Deps, run: Run, input: FormInput): Judged => {
  const connection = deps.toloka.connection(run.environment);
  const projectId =
    run.kind === "pool" ? textOf(input, poolFields.project) : (run.projectId ?? draftProject);
  const read = readPoolForm(
    { ...input, [poolFields.project]: projectId === "" ? undefined : projectId },
    { now: connection?.now() ?? deps.clock.now() },
  );
  if (!read.ok) return { kind: "errors", errors: read.errors };
  return onward(run, {
    poolBody: read.value,
    poolName: read.value.private_name,
    ...(run.kind === "pool" ? { projectId } : {}),
  });
};

const judgeReport = (run: Run): Judged => {
  const report = run.report;
  if (
    report === null ||
    report.fatal !== null ||
    report.good + report.golden + report.training === 0
  ) {
    return { kind: "turn", page: "tasks", change: { report: null } };
  }
  if (report.badRows > 0 && !run.leaveOutBadRows)
    return { kind: "turn", page: "report", change: {} };
  return onward(run, {});
};

/** Judges where the run posts, and then what the page itself asks for. */
export const judgePage = (deps: Deps, run: Run, person: Person): Judged => {
  if (!asksForChannel(run)) return judgeAnswers(deps, run, person);
  const channelId = textOf(run.input[run.page] ?? {}, channelField);
  const judged = judgeAnswers(deps, run, person);
  if (channelId === "") {
    const others = judged.kind === "errors" ? judged.errors : {};
    return { kind: "errors", errors: { ...others, [channelField]: "Pick the channel." } };
  }
  return judged.kind === "errors" ? judged : { ...judged, change: { ...judged.change, channelId } };
};

/** Judges the answers of a run's current page with the domain's rules; pure but for the clock. */
const judgeAnswers = (deps: Deps, run: Run, person: Person): Judged => {
  const input = run.input[run.page] ?? {};
  switch (run.page) {
    case "start":
      return judgeStart(deps, run, input, person);
    case "project": {
      const read = readProjectForm(input);
      if (!read.ok) return { kind: "errors", errors: read.errors };
      return onward(run, { projectBody: read.value, projectName: read.value.public_name });
    }
    case "pool":
      return judgePool(deps, run, input);
    case "tasks": {
      const read = readTasksForm(input);
      if (!read.ok) return { kind: "errors", errors: read.errors };
      if (run.kind !== "tasks" || run.poolId !== null) return { kind: "check", change: {} };
      const pool = textOf(input, tasksFields.pool);
      if (pool === "") return error(tasksFields.pool, "Choose the pool that gets the tasks.");
      return { kind: "check", change: { poolId: pool } };
    }
    case "report":
      return judgeReport(run);
    case "review": {
      const reason = textOf(input, reviewFields.reason);
      if (reason.length >= shortestReason) return { kind: "send", change: {} };
      return error(
        reviewFields.reason,
        `Say why in ${shortestReason} characters or more: the people who approve read this.`,
      );
    }
  }
};
