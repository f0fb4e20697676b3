import { z } from "zod";
import type {
  attachmentSchema,
  messageSchema,
  PlantedToloker,
  plantSkillSchema,
} from "./control-people-schemas.ts";

/** Control of what Tolokers and the platform do, typed. Each method throws the server's text. */
export type PeopleControl = {
  plantTolokers(...tolokers: PlantedToloker[]): Promise<string[]>;
  /** The id of the planted skill. */
  plantSkill(skill: z.input<typeof plantSkillSchema>): Promise<string>;
  /** The code of the refusal; undefined when the skill is removed. */
  removeSkill(id: string): Promise<string | undefined>;
  /** The id of the ban. */
  restrictBySystem(userId: string): Promise<string>;
  /** The id of the file. */
  attach(file: z.input<typeof attachmentSchema>): Promise<string>;
  /** The id of the thread in which the Toloker wrote. */
  writeMessage(message: z.input<typeof messageSchema>): Promise<string>;
};

const madeSchema = z.object({ id: z.string() });

/** A client of the stand-in at `url`, or of one in memory by its `fetch`. */
export function createPeopleControl(
  url: string,
  fetcher: (request: Request) => Promise<Response> = fetch,
): PeopleControl {
  async function send(path: string, body: object): Promise<{ status: number; json: unknown }> {
    const init = { method: "POST", body: JSON.stringify(body) };
    const response = await fetcher(new Request(`${url}/_control${path}`, init));
    const json: unknown = await response.json();
    if (!response.ok && response.status !== 409) {
      throw new Error(`POST ${path}: ${response.status} ${JSON.stringify(json)}`);
    }
    return { status: response.status, json };
  }

  async function make(path: string, body: object): Promise<string> {
    return madeSchema.parse((await send(path, body)).json).id;
  }

  return {
    async plantTolokers(...tolokers) {
      const { json } = await send("/tolokers", { tolokers });
      return z
        .array(madeSchema)
        .parse(json)
        .map(({ id }) => id);
    },
    plantSkill: (skill) => make("/skills", skill),
    async removeSkill(id) {
      const { status, json } = await send(`/skills/${id}/remove`, {});
      return status === 409 ? z.object({ code: z.string() }).parse(json).code : undefined;
    },
    restrictBySystem: (userId) => make("/restrictions", { user_id: userId }),
    attach: (file) => make("/attachments", file),
    writeMessage: (message) => make("/message-threads", message),
  };
}
