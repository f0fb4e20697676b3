import type { Fields } from "./fields.ts";

const ACTIONS = [
  "RESTRICTION_V2",
  "RESTRICTION",
  "SET_SKILL",
  "SET_SKILL_FROM_OUTPUT_FIELD",
  "CHANGE_OVERLAP",
  "REJECT_ALL_ASSIGNMENTS",
  "APPROVE_ALL_ASSIGNMENTS",
  "CLEAN_ASSIGNMENTS_HISTORY",
  "CLEAN_COLLECTOR",
  "SET_POOL_COMPLETE",
];
const WITHOUT_PARAMETERS = ACTIONS.slice(6);
const SCOPES = ["POOL", "PROJECT", "ALL_PROJECTS"];
const UNITS = ["MINUTES", "HOURS", "DAYS", "PERMANENT"];
const FROM_FIELDS = ["correct_answers_rate", "incorrect_answers_rate", "wrong_answers_rate"];

/** Records what is wrong with the action of a quality rule. */
export function checkAction(action: Fields, collector: string | undefined): void {
  const type = action.oneOf("type", ACTIONS, { required: true });
  if (type === undefined) return;
  const parameters = action.object("parameters", { required: !WITHOUT_PARAMETERS.includes(type) });
  if (type === "CHANGE_OVERLAP" && !(collector ?? "").endsWith("S_ASSESSMENT")) {
    action.fail("type", "INVALID_VALUE");
  }
  if (parameters !== undefined) checkParameters(parameters, type);
}

function checkParameters(parameters: Fields, type: string): void {
  const required = { required: true };
  switch (type) {
    case "RESTRICTION_V2": {
      parameters.oneOf("scope", SCOPES, required);
      const unit = parameters.oneOf("duration_unit", UNITS, required);
      parameters.integer("duration", { required: unit !== "PERMANENT", min: 1 });
      parameters.string("private_comment");
      return;
    }
    case "RESTRICTION":
      parameters.oneOf("scope", SCOPES, required);
      parameters.integer("duration_days", { min: 1 });
      return;
    case "SET_SKILL":
      requireSkill(parameters);
      parameters.number("skill_value", { required: true, min: 0, max: 100 });
      return;
    case "SET_SKILL_FROM_OUTPUT_FIELD":
      requireSkill(parameters);
      parameters.oneOf("from_field", FROM_FIELDS, required);
      return;
    case "CHANGE_OVERLAP":
      parameters.integer("delta", required);
      parameters.boolean("open_pool", required);
      return;
    case "REJECT_ALL_ASSIGNMENTS":
      parameters.string("public_comment", required);
      return;
    default:
      return;
  }
}

function requireSkill(parameters: Fields): void {
  if (!parameters.has("skill_id")) parameters.fail("skill_id", "VALUE_REQUIRED");
}
