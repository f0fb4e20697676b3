import { parse } from "yaml";
import { z } from "zod";

/** What the workspace needs to know of an app's manifest. Undefined lists are not restricted. */
export type ManifestFacts = {
  scopes: string[];
  commands: string[] | undefined;
  messageShortcuts: string[] | undefined;
  events: string[] | undefined;
  /** The commands with what a composer shows beside them. */
  commandHints: CommandHint[];
  /** The message shortcuts with the words of their menu entry. */
  shortcutNames: { callbackId: string; name: string }[];
  /** Whether the app has a Home tab. */
  homeTab: boolean;
};

/** A slash command as a composer offers it. */
type CommandHint = { command: string; description: string; usage: string };

const commandSchema = z.looseObject({
  command: z.string(),
  description: z.string().default(""),
  usage_hint: z.string().default(""),
});

const shortcutSchema = z.looseObject({
  type: z.string(),
  callback_id: z.string(),
  name: z.string().default(""),
});

const manifestSchema = z.looseObject({
  features: z
    .looseObject({
      slash_commands: z.array(commandSchema).default([]),
      shortcuts: z.array(shortcutSchema).default([]),
      app_home: z.looseObject({ home_tab_enabled: z.boolean().default(false) }).prefault({}),
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
  const { slash_commands: commands, shortcuts } = manifest.features;
  const ofMessages = shortcuts.filter(({ type }) => type === "message");
  return {
    scopes: manifest.oauth_config.scopes.bot,
    commands: commands.map(({ command }) => command),
    messageShortcuts: ofMessages.map(({ callback_id }) => callback_id),
    events: manifest.settings.event_subscriptions.bot_events,
    commandHints: commands.map(({ command, description, usage_hint: usage }) => ({
      command,
      description,
      usage,
    })),
    homeTab: manifest.features.app_home.home_tab_enabled,
    shortcutNames: ofMessages.map(({ callback_id: callbackId, name }) => ({ callbackId, name })),
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
  commandHints: [],
  shortcutNames: [],
  homeTab: true,
};
