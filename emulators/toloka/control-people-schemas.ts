import { z } from "zod";

const text = z.string().min(1);
const texts = z.record(z.string(), z.unknown());

/** Bodies of the control API about people. */
export const tolokersSchema = z.strictObject({
  tolokers: z
    .array(
      z.strictObject({
        id: text.optional(),
        profile: z
          .strictObject({
            gender: z.enum(["MALE", "FEMALE"]),
            country: text,
            citizenship: text,
            education: z.enum(["BASIC", "MIDDLE", "HIGH"]),
            adult_allowed: z.boolean(),
            verified: z.boolean(),
            date_of_birth: z.int(),
            city: z.int(),
            languages: z.array(text),
          })
          .partial()
          .default({}),
        computed: z
          .strictObject({
            region_by_phone: z.int(),
            region_by_ip: z.int(),
            device_category: text,
            client_type: z.enum(["BROWSER", "TOLOKA_APP"]),
            os_family: text,
            os_version: z.number(),
            os_version_major: z.int(),
            os_version_minor: z.int(),
            os_version_bugfix: z.int(),
            user_agent_type: text,
            user_agent_family: text,
            user_agent_version: z.number(),
            user_agent_version_major: z.int(),
            user_agent_version_minor: z.int(),
            user_agent_version_bugfix: z.int(),
          })
          .partial()
          .default({}),
      }),
    )
    .min(1),
});
export const plantSkillSchema = z.strictObject({
  id: text.optional(),
  name: text,
  /** True for a training's skill, false for one of the platform. */
  training: z.boolean().default(false),
});
export const systemRestrictionSchema = z.strictObject({ user_id: text });
export const attachmentSchema = z.strictObject({
  name: text,
  media_type: text,
  user_id: text,
  assignment_id: text,
  pool_id: text,
  /** Base64. */
  content: z.base64(),
});
export const messageSchema = z.strictObject({
  user_id: text,
  thread_id: text.optional(),
  topic: texts.default({}),
  text: texts,
});

export type PlantedToloker = z.input<typeof tolokersSchema>["tolokers"][number];
