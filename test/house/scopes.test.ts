import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** The scopes that Slack's method pages name; methods that need none are listed with an empty list. */
const scopesOf: { readonly [method: string]: readonly string[] } = {
  "apps.connections.open": [],
  "auth.test": [],
  "bots.info": ["users:read"],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history"],
  "conversations.replies": ["channels:history", "groups:history"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.info": ["files:read"],
  "usergroups.users.list": ["usergroups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.push": [],
  "views.update": [],
};

const folder = new URL("../../src/slack/", import.meta.url);

test("the manifest asks for the scopes that the bot's calls need, and for no other", () => {
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(new URL(path, folder), "utf8"))
    .join("\n");
  const called = [...code.matchAll(/client\s*\.((?:\w+\s*\.\s*)+\w+)\(/g)].map((match) =>
    (match[1] ?? "").replace(/\s/g, ""),
  );
  expect([...new Set(called)].toSorted()).toEqual(Object.keys(scopesOf).toSorted());
  const manifest = parse(readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8"));
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  const needed = new Set(["commands", ...Object.values(scopesOf).flat()]);
  expect([...bot, ...bot_optional].toSorted()).toEqual([...needed].toSorted());
});
