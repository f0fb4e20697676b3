import { z } from "zod";
import type { Skill, UserSkill } from "../../domain/toloka-people.ts";
import { optionalDateSchema } from "./dates.ts";
import { idSchema, optionalTextSchema, resourceSchema } from "./wire.ts";

const skillWireSchema = z.looseObject({
  id: idSchema,
  name: z.string(),
  private_comment: optionalTextSchema,
  hidden: z.boolean().nullish(),
  global: z.boolean().nullish(),
});

/** A skill. */
export const skillSchema = resourceSchema(
  skillWireSchema,
  (read, raw): Skill => ({
    id: read.id,
    name: read.name,
    privateComment: read.private_comment,
    hidden: read.hidden ?? true,
    isGlobal: read.global ?? false,
    raw,
  }),
);

const userSkillWireSchema = z.looseObject({
  id: idSchema,
  skill_id: idSchema,
  user_id: idSchema,
  value: z.number(),
  exact_value: z.number().nullish(),
  modified: optionalDateSchema,
});

/** A Toloker's value of a skill: the exact one where Toloka tells it. */
export const userSkillSchema = resourceSchema(
  userSkillWireSchema,
  (read, raw): UserSkill => ({
    id: read.id,
    skillId: read.skill_id,
    userId: read.user_id,
    value: read.exact_value ?? read.value,
    modified: read.modified,
    raw,
  }),
);
