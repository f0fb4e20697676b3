import { runForm } from "../../../blocks/run-form.ts";
import { taskKinds } from "../../../src/domain/form.ts";
import { poolDefaults } from "../../../src/domain/forms/pool-form.ts";
import { projectDefaults } from "../../../src/domain/forms/project-form.ts";
import type { DraftPage, Run, RunKind } from "../../../src/domain/run.ts";
import { type Exhibit, modal, type Section } from "../exhibit.ts";
import { nothingYet } from "../run-samples.ts";
import { facts, friday, run } from "../samples.ts";
import { damaged, typed } from "../typed.ts";

const defaults: {
  readonly [P in DraftPage]?: ReturnType<typeof projectDefaults | typeof poolDefaults>;
} = { project: projectDefaults("image_choice"), pool: poolDefaults(friday, "Europe/Belgrade") };

const form = (
  name: string,
  changes: Partial<Run> & { readonly page: DraftPage },
  more: Parameters<typeof facts>[0] = {},
): Exhibit =>
  modal(
    name,
    runForm(
      run({ ...nothingYet, ...changes }),
      facts({ defaults: defaults[changes.page] ?? {}, ...more }),
    ),
  );

/** The forms a run of each kind has. */
const pages: readonly (readonly [RunKind, DraftPage])[] = [
  ["run", "start"],
  ["run", "project"],
  ["run", "pool"],
  ["run", "tasks"],
  ["project", "project"],
  ["pool", "pool"],
  ["tasks", "tasks"],
];

const both = { environments: ["sandbox", "production"] } as const;

/** The form's pages that are filled in, empty and as they come back from a draft. */
export const formSections: readonly Section[] = [
  {
    title: "The run's form, empty",
    exhibits: pages.map(([kind, page]) => form(`${page}, for ${kind}`, { kind, page })),
  },
  {
    title: "The project page, by kind of task",
    exhibits: taskKinds
      .slice(1)
      .map((kind) =>
        form(
          kind,
          { page: "project", input: { project: { task_kind: kind } } },
          { defaults: projectDefaults(kind) },
        ),
      ),
  },
  {
    title: "The run's form, resumed",
    exhibits: [
      form(
        "start, with a project, in production",
        { page: "start", input: typed, environment: "production" },
        { ...both, projectLabel: "Categories of shoes" },
      ),
      form("start, with a project whose name is not known", { page: "start", input: damaged }),
      form("pool, with parts missing", { page: "pool", input: damaged }),
      form("tasks, with the overlap of the pool", { page: "tasks", input: damaged }),
      form("project", { page: "project", input: typed }),
      form("pool", { page: "pool", input: typed }),
      form(
        "pool, with its project",
        { kind: "pool", page: "pool", input: typed },
        { projectLabel: "Categories of shoes" },
      ),
      form("tasks", { page: "tasks", input: typed }),
      form("tasks of a pool", {
        ...{ kind: "tasks", page: "tasks", poolId: "4711", poolName: "Shoes pool 1" },
      }),
      form("tasks of a pool without a name", { kind: "tasks", page: "tasks", poolId: "4711" }),
      form(
        "tasks, with a picked pool",
        { kind: "tasks", page: "tasks", input: { tasks: { pool: "4711", overlap: "3" } } },
        { poolLabel: "Shoes pool 1" },
      ),
    ],
  },
];
