import type { App } from "@slack/bolt";
import { z } from "zod";
import { actions, fieldOf } from "../../../blocks/ids.ts";
import { poolFields, startFields, tasksFields } from "../../domain/form.ts";
import type { Run } from "../../domain/run.ts";
import { TolokaError } from "../../domain/toloka-error.ts";
import type { SearchSubject } from "../../use-cases/search-options.ts";
import { formValueSchema, parseValue } from "../payloads.ts";
import type { Toolbox } from "../toolbox.ts";
import { identify } from "../who.ts";

/** Fields that search live, and what they search. */
const subjects: ReadonlyMap<string, SearchSubject> = new Map([
  [startFields.project, "projects"],
  [poolFields.project, "projects"],
  [tasksFields.pool, "pools"],
]);

/** Slack gives three seconds; what Toloka has not told by then is not offered. Milliseconds. */
const patienceMs = 2_300;

/** Slack's limit of an option's text, in characters. */
const optionLength = 75;

const suggestionSchema = z.looseObject({
  block_id: z.string(),
  value: z.string(),
  view: z.looseObject({ private_metadata: z.string() }),
  user: z.looseObject({ id: z.string() }),
});

/** The draft of a form, for a full member who worked on it; null for everybody else. */
const draftOf = async (
  { deps }: Toolbox,
  { view, user }: z.output<typeof suggestionSchema>,
): Promise<Run | null> => {
  const carried = parseValue(formValueSchema, view.private_metadata);
  const run = carried === null ? null : await deps.database.runs.find(carried.run);
  if (run?.editorIds.includes(user.id) !== true) return null;
  return "person" in (await identify(deps, user.id)) ? run : null;
};

const option = (text: string, value: string) => ({
  text: { type: "plain_text" as const, text: text.slice(0, optionLength), emoji: false },
  value,
});

/** Live search in selects while the person types. */
export const registerOptions = (app: App, tools: Toolbox): void => {
  app.options(actions.value, async ({ ack, payload }) => {
    const parsed = suggestionSchema.safeParse(payload);
    const subject = parsed.success ? subjects.get(fieldOf(parsed.data.block_id)) : undefined;
    const run = parsed.success ? await draftOf(tools, parsed.data) : null;
    if (!parsed.success || subject === undefined || run === null) {
      await ack({ options: [] });
      return;
    }
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), patienceMs);
    try {
      const found = await Promise.race([
        tools.search(run.environment, subject, parsed.data.value),
        late.promise,
      ]);
      await ack({ options: (found ?? []).map(({ id, name }) => option(`${name} (${id})`, id)) });
    } catch (error) {
      if (!(error instanceof TolokaError)) throw error;
      tools.deps.log.warn({ code: error.facts.code }, "a live search got no answer");
      await ack({ options: [] });
    } finally {
      clearTimeout(timer);
    }
  });
};
