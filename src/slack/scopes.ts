/** What the bot cannot do without; the manifest asks for the same. */
export const neededScopes = [
  "commands",
  "chat:write",
  "files:read",
  "files:write",
  "users:read",
  "usergroups:read",
] as const;
