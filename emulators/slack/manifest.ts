import { parse } from "yaml";
import { z } from "zod";

/** What the workspace needs to know of an app's manifest. Undefined lists are not restricted. */
export type ManifestFacts = {
  scopes: string[];
  commands: string[] | undefined;
  messageShortcuts: string[] | undefined;
  events: string[] | undefined;
};

const manifestSchema = z.looseObject({
  features: z
    .looseObject({
      slash_commands: z.array(z.looseObject({ command: z.string() })).default([]),
      shortcuts: z.array(z.looseObject({ type: z.string(), callback_id: z.string() })).default([]),
    })
    .prefault({}),
  oauth_config: z.looseObject({
    scopes: z.looseObject({ bot: z.array(z.string()).default([]) }),
  }),
  settings: z
    .looseObject({
      event_subscriptions: z
        .looseObject({ bot_events: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
});

/** Reads a manifest in YAML or JSON (JSON is YAML). Throws when scopes are missing or it is no manifest. */
export function readManifest(text: string): ManifestFacts {
  const manifest = manifestSchema.parse(parse(text));
  return {
    scopes: manifest.oauth_config.scopes.bot,
    commands: manifest.features.slash_commands.map(({ command }) => command),
    messageShortcuts: manifest.features.shortcuts
      .filter(({ type }) => type === "message")
      .map(({ callback_id }) => callback_id),
    events: manifest.settings.event_subscriptions.bot_events,
  };
}

/** An app with every scope the stand-in knows, for use without a manifest. */
export const unrestrictedManifest: ManifestFacts = {
  scopes: [
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
  ],
  commands: undefined,
  messageShortcuts: undefined,
  events: undefined,
};
