import { isObject } from "../json.ts";
import { COLLECTORS } from "./collectors.ts";
import { checkDistribution } from "./distribution.ts";
import { elementsOf } from "./elements.ts";
import type { Fields } from "./fields.ts";
import { checkAction } from "./rule-action.ts";

const OPERATORS = ["EQ", "NE", "GT", "GTE", "LT", "LTE"];

/** Records what is wrong with the `quality_control` of a project or pool. */
export function checkQualityControl(owner: Fields): void {
  const control = owner.object("quality_control");
  if (control === undefined) return;
  control.oneOf("captcha_frequency", ["LOW", "MEDIUM", "HIGH"]);
  const training = control.object("training_requirement");
  if (training !== undefined) {
    checkId(training, "training_pool_id");
    training.number("training_passing_skill_value", { required: true, min: 0, max: 100 });
  }
  const checkpoints = control.object("checkpoints_config");
  for (const name of ["real_settings", "golden_settings", "training_settings"]) {
    const settings = checkpoints?.object(name);
    settings?.integer("target_overlap", { required: true, min: 1 });
    if (settings !== undefined) checkDistribution(settings, "task_distribution_function");
  }
  for (const config of elementsOf(control, "configs")) checkConfig(config);
}

/** Ids come as texts and, in places, as numbers. */
function checkId(owner: Fields, name: string): void {
  const id = owner.raw(name);
  if (id === undefined) owner.fail(name, "VALUE_REQUIRED");
  else if (typeof id !== "string" && typeof id !== "number") owner.fail(name, "STRING_EXPECTED");
}

function checkConfig(config: Fields): void {
  const collector = config.object("collector_config", { required: true });
  const type = collector?.oneOf("type", Object.keys(COLLECTORS), { required: true });
  collector?.string("uuid");
  const known = type === undefined ? undefined : COLLECTORS[type];
  const parameters = collector?.object("parameters", {
    required: (known?.required.length ?? 0) > 0,
  });
  for (const name of known?.required ?? []) {
    parameters?.integer(name, { required: true, min: 0 });
  }
  parameters?.integer("fast_submit_threshold_seconds", { min: 0 });
  parameters?.integer("history_size", { min: 1 });
  for (const rule of elementsOf(config, "rules", { required: true, min: 1 })) {
    for (const condition of elementsOf(rule, "conditions", { required: true, min: 1 })) {
      condition.oneOf("key", known?.keys ?? [], { required: true });
      condition.oneOf("operator", OPERATORS, { required: true });
      checkSimpleValue(condition);
    }
    const action = rule.object("action", { required: true });
    if (action !== undefined) checkAction(action, type);
  }
}

function checkSimpleValue(condition: Fields): void {
  const value = condition.raw("value");
  if (value === undefined) condition.fail("value", "VALUE_REQUIRED");
  if (isObject(value) || Array.isArray(value)) condition.fail("value", "SIMPLE_VALUE_EXPECTED");
}
