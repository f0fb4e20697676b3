import {
  type FormErrors,
  type FormInput,
  projectFields as fields,
  type Reading,
  type TaskKind,
  taskKinds,
} from "../form.ts";
import type { JsonObject } from "../json.ts";
import type { ProjectBody } from "../plan.ts";
import type { FieldSpecs } from "../toloka.ts";
import { readFieldLines } from "./field-lines.ts";
import { textOf } from "./form-text.ts";
import { readOwnView } from "./own-view.ts";
import { compareView } from "./view-paths.ts";
import { buildView, viewSpecOf } from "./view-templates.ts";

const nameHint = "Workers see this name. Say what they will do, e.g. *Categories of shoes*.";
const onePage = 3000;

type Notes = { [field: string]: string };

const readNames = (input: FormInput, errors: Notes, warnings: Notes) => {
  const name = textOf(input, fields.publicName);
  const description = textOf(input, fields.description);
  const instructions = textOf(input, fields.instructions);
  const length = [...name].length;
  if (length === 0) errors[fields.publicName] = nameHint;
  if (length > 100) {
    errors[fields.publicName] = `At most 100 characters - you have ${length}. ${nameHint}`;
  }
  if (description === "") {
    errors[fields.description] = "Say in one sentence what workers will do.";
  }
  if (instructions === "") {
    errors[fields.instructions] =
      "Tell workers how to do the task: what to look at and how to decide.";
  }
  if (instructions.length > onePage) {
    warnings[fields.instructions] =
      `Toloka advises at most one page; this is ${instructions.length} characters.`;
  }
  return { name, description, instructions };
};

const readSpecs = (input: FormInput, errors: Notes) => {
  const inputs = readFieldLines(textOf(input, fields.inputs), "input");
  const outputs = readFieldLines(textOf(input, fields.outputs), "output");
  if (!inputs.ok) errors[fields.inputs] = inputs.complaints.slice(0, 5).join("\n");
  if (!outputs.ok) errors[fields.outputs] = outputs.complaints.slice(0, 5).join("\n");
  return inputs.ok && outputs.ok ? { inputs: inputs.specs, outputs: outputs.specs } : null;
};

const readView = (
  kind: TaskKind,
  input: FormInput,
  specs: { readonly inputs: FieldSpecs; readonly outputs: FieldSpecs },
  errors: Notes,
  warnings: Notes,
): JsonObject | null => {
  if (kind === "own_json") {
    const own = readOwnView(textOf(input, fields.view), specs.inputs, specs.outputs);
    if (!own.ok) {
      errors[fields.view] = own.message;
      return null;
    }
    if (own.warnings.length > 0) warnings[fields.view] = own.warnings.join("\n");
    return own.viewSpec;
  }
  const built = buildView(kind, specs);
  if (!built.ok) {
    if (built.inputs !== undefined) errors[fields.inputs] = built.inputs;
    if (built.outputs !== undefined) errors[fields.outputs] = built.outputs;
    return null;
  }
  const unused = compareView(built.config, specs.inputs, specs.outputs).warnings;
  if (unused.length > 0) warnings[fields.inputs] = unused.join("\n");
  return viewSpecOf(built.config);
};

/** Reads the project form into the body of `POST /projects`. Errors and warnings are keyed by field. */
export const readProjectForm = (input: FormInput): Reading<ProjectBody> => {
  const errors: Notes = {};
  const warnings: Notes = {};
  const names = readNames(input, errors, warnings);
  const kindText = textOf(input, fields.kind);
  const kind = taskKinds.find((each) => each === kindText);
  if (kind === undefined) errors[fields.kind] = "Choose what kind of task it is.";
  const specs = readSpecs(input, errors);
  const view =
    kind === undefined || specs === null ? null : readView(kind, input, specs, errors, warnings);
  if (specs === null || view === null || Object.keys(errors).length > 0) {
    return { ok: false, errors: errors satisfies FormErrors };
  }
  const value: ProjectBody = {
    public_name: names.name,
    public_description: names.description,
    public_instructions: names.instructions,
    task_spec: { input_spec: specs.inputs, output_spec: specs.outputs, view_spec: view },
    assignments_issuing_type: "AUTOMATED",
  };
  return { ok: true, value, warnings };
};

const defaults: { readonly [K in TaskKind]: readonly [inputs: string, outputs: string] } = {
  image_choice: ["image: url required", "result: string required [yes|no|failed to load]"],
  text_choice: ["text: string required", "result: string required [yes|no|unclear]"],
  side_by_side: [
    "left: url required\nright: url required",
    "result: string required [left|right|equal|failed to load]",
  ],
  free_text: ["text: string required", "answer: string required [1..1000]"],
  own_json: ["image: url required", "result: string required [yes|no]"],
};

const ownExample: JsonObject = {
  view: {
    type: "view.list",
    items: [
      { type: "view.image", url: { type: "data.input", path: "image" } },
      {
        type: "field.radio-group",
        data: { type: "data.output", path: "result" },
        validation: { type: "condition.required" },
        options: [
          { label: "Yes", value: "yes" },
          { label: "No", value: "no" },
        ],
      },
    ],
  },
};

/** What the field lines and the view are prefilled with for a kind of task; each reads back without errors. */
export const projectDefaults = (kind: TaskKind): { readonly [field: string]: string } => ({
  [fields.inputs]: defaults[kind][0],
  [fields.outputs]: defaults[kind][1],
  ...(kind === "own_json" ? { [fields.view]: JSON.stringify(ownExample, null, 2) } : {}),
});
