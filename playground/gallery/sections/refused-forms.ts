import { denyForm } from "../../../blocks/deny-form.ts";
import { runForm } from "../../../blocks/run-form.ts";
import type { FormErrors, Reading } from "../../../src/domain/form.ts";
import { readPoolForm } from "../../../src/domain/forms/pool-form.ts";
import { readProjectForm } from "../../../src/domain/forms/project-form.ts";
import { readTasksForm } from "../../../src/domain/forms/tasks-form.ts";
import type { Run } from "../../../src/domain/run.ts";
import { type Exhibit, refusedModal, type Section } from "../exhibit.ts";
import { nothingYet } from "../run-samples.ts";
import { facts, friday, run } from "../samples.ts";
import { mistyped } from "../typed.ts";

const errorsOf = (reading: Reading<unknown>): FormErrors => (reading.ok ? {} : reading.errors);

const refused = (changes: Partial<Run>, errors: FormErrors): Exhibit => {
  const draft = run({ ...nothingYet, ...changes, input: mistyped });
  return refusedModal(`${draft.page}, for ${draft.kind}`, runForm(draft, facts()), errors);
};

const shortReason = "Say why in 10 characters or more:";

/** Forms that came back with what is wrong at their fields. */
export const refusedFormSection: Section = {
  title: "Forms with something wrong in each field",
  exhibits: [
    refused({ page: "start" }, { project: "Choose a project, or pick a new project above." }),
    refused({ page: "project" }, errorsOf(readProjectForm(mistyped.project ?? {}))),
    refused(
      { kind: "pool", page: "pool" },
      errorsOf(readPoolForm(mistyped.pool ?? {}, { now: friday })),
    ),
    refused(
      { kind: "tasks", page: "tasks" },
      errorsOf(readTasksForm(mistyped.tasks ?? {}, { asksForPool: true })),
    ),
    refused({ page: "review" }, { reason: `${shortReason} the people who approve read this.` }),
    refusedModal("deny", denyForm({ runId: "run-1", version: 7, poolName: "Shoes pool 1" }), {
      reason: `${shortReason} the requester reads this.`,
    }),
  ],
};
