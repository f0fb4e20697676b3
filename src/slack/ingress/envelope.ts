import { z } from "zod";

const named = z.looseObject({ id: z.string() }).nullish();

/** The parts of a request of Slack's that are looked at before any listener, whatever its kind. */
const envelopeSchema = z.looseObject({
  type: z.string().optional(),
  api_app_id: z.string().optional(),
  command: z.string().optional(),
  text: z.string().optional(),
  trigger_id: z.string().optional(),
  event_id: z.string().optional(),
  response_url: z.string().optional(),
  team_id: z.string().nullish(),
  team: named,
  user_id: z.string().optional(),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullish() }).optional(),
  authorizations: z.array(z.looseObject({ team_id: z.string().nullish() })).nullish(),
  view: z
    .looseObject({
      type: z.string().optional(),
      app_installed_team_id: z.string().nullish(),
      title: z.looseObject({ text: z.string() }).optional(),
      blocks: z
        .array(z.looseObject({ type: z.string(), block_id: z.string().optional() }))
        .optional(),
    })
    .optional(),
});

/** A request of Slack's before any listener. */
export type Envelope = z.output<typeof envelopeSchema>;

/** Reads a request's envelope; null when it is none of Slack's. */
export const readEnvelope = (body: unknown): Envelope | null => {
  const parsed = envelopeSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
};

/**
 * The workspace in which the app was used. In a channel shared with another organisation a request can come
 * from there; it then names the other workspace, or none in an organisation of many workspaces.
 */
export const teamOf = (envelope: Envelope): string | null =>
  envelope.view?.app_installed_team_id ??
  envelope.authorizations?.[0]?.team_id ??
  envelope.team?.id ??
  envelope.team_id ??
  null;

/** Who acts; null for what no person does. */
export const userOf = (envelope: Envelope): string | null =>
  envelope.user?.id ?? envelope.user_id ?? null;

/** What makes two deliveries the same: an event's id, an act's trigger; null for what changes nothing. */
export const deliveryKeyOf = (envelope: Envelope): string | null => {
  if (envelope.event_id !== undefined) return `event ${envelope.event_id}`;
  return envelope.trigger_id === undefined ? null : `trigger ${envelope.trigger_id}`;
};
