import type { JsonObject } from "../json.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "./fields.ts";
import { checkLanguageMap } from "./language-map.ts";

/** Everything that is wrong with the body of a skill (Toloka API, skills). */
export function checkSkill(body: JsonObject): FieldErrors {
  const errors = createFieldErrors();
  const skill = fieldsOf(errors, body);
  skill.string("name", { required: true, blank: false });
  skill.string("private_comment");
  skill.boolean("hidden");
  skill.boolean("deprecated");
  skill.integer("skill_ttl_hours", { min: 1 });
  checkLanguageMap(skill, "public_name");
  checkLanguageMap(skill, "public_requester_description");
  return errors;
}
