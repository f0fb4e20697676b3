import { isObject, type JsonObject } from "../json.ts";
import type { Settings } from "../settings.ts";
import { checkFieldSpecs } from "./field-specs.ts";
import { createFieldErrors, type FieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { checkMetadata } from "./metadata.ts";
import { checkQualityControl } from "./quality-control.ts";
import { checkViewSpec } from "./view-spec.ts";

/** Everything that is wrong with the body of a project (Toloka API, projects, fields). */
export function checkProject(body: JsonObject, settings: Settings): FieldErrors {
  const errors = createFieldErrors();
  const project = fieldsOf(errors, body);
  project.string("public_name", { required: true, blank: false });
  project.string("public_description", { required: settings.requirePublicDescription });
  project.string("public_instructions");
  project.string("private_comment");
  const taskSpec = project.raw("task_spec");
  if (isObject(taskSpec)) checkTaskSpec(fieldsOf(errors, taskSpec, "task_spec"), taskSpec);
  else project.fail("task_spec", "OBJECT_EXPECTED");
  checkIssuing(project);
  checkQualityControl(project);
  project.boolean("assignments_automerge_enabled");
  project.integer("max_active_assignments_count", { min: 1, max: 2_147_483_647 });
  checkMetadata(project);
  project.boolean("sensitive");
  project.object("localization_config")?.string("default_language", { required: true });
  return errors;
}

function checkTaskSpec(taskSpec: Fields, raw: JsonObject): void {
  const view = taskSpec.object("view_spec");
  const inferred = view?.raw("inferDataSpec") === true;
  for (const name of ["input_spec", "output_spec"]) {
    const specs = taskSpec.object(name, { required: !inferred });
    const value = raw[name];
    if (specs === undefined || !isObject(value)) continue;
    const names = Object.keys(value);
    if (names.length === 0 && !inferred) taskSpec.fail(name, "EMPTY_OBJECT_NOT_ALLOWED");
    checkFieldSpecs(specs, names, name === "output_spec");
  }
  if (view !== undefined) checkViewSpec(view);
}

function checkIssuing(project: Fields): void {
  const type = project.oneOf("assignments_issuing_type", ["AUTOMATED", "MAP_SELECTOR"]);
  const view = project.object("assignments_issuing_view_config", {
    required: type === "MAP_SELECTOR",
  });
  if (view === undefined || type !== "MAP_SELECTOR") return;
  view.string("title_template", { required: true });
  view.string("description_template", { required: true });
  view.oneOf("map_provider", ["GOOGLE", "YANDEX"]);
}
