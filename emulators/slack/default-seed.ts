import type { Seed } from "./world/seed.ts";

const everyone = ["rita", "alan", "anna", "lena", "omar"];

/**
 * A small company: a requester, two approvers, a lead, a bystander, and one person of each kind that an app
 * must treat with care. The ids are readable and keep Slack's form.
 */
export const defaultSeed: Seed = {
  team: { id: "T0LIFEGRD", name: "Lifeguard Labs", domain: "lifeguard-labs" },
  app: { id: "A0LIFEGRD", botId: "B0LIFEGRD", botUserId: "U0LIFEBOT", name: "lifeguard" },
  users: [
    { id: "U0RITA0001", name: "rita", realName: "Rita Requester", tz: "Europe/Belgrade" },
    { id: "U0ALAN0001", name: "alan", realName: "Alan Approver", tz: "Europe/London" },
    { id: "U0ANNA0001", name: "anna", realName: "Anna Approver", tz: "America/New_York" },
    { id: "U0LENA0001", name: "lena", realName: "Lena Lead", tz: "Europe/Berlin", isAdmin: true },
    { id: "U0OMAR0001", name: "omar", realName: "Omar Onlooker", tz: "Asia/Tokyo" },
    {
      id: "U0GUS00001",
      name: "gus",
      realName: "Gus Guest",
      tz: "Europe/Madrid",
      isRestricted: true,
    },
    {
      id: "U0UNA00001",
      name: "una",
      realName: "Una One-Channel",
      tz: "Europe/Madrid",
      isRestricted: true,
      isUltraRestricted: true,
    },
    {
      id: "U0SID00001",
      name: "sid",
      realName: "Sid Stranger",
      tz: "Asia/Kolkata",
      teamId: "T0OTHERORG",
      isStranger: true,
    },
    { id: "U0BOBOT001", name: "bo", realName: "Bo Bot", isBot: true },
    { id: "U0DORA0001", name: "dora", realName: "Dora Departed", deleted: true },
  ],
  groups: [
    {
      id: "S0LEADS001",
      handle: "label-leads",
      name: "Label leads",
      users: ["alan", "anna", "lena"],
    },
  ],
  channels: [
    {
      id: "C0LABELS01",
      name: "labelling",
      members: [...everyone, "gus", "una", "sid", "bo"],
      bot: true,
    },
    { id: "C0GENERAL1", name: "general", members: [...everyone, "gus", "bo"] },
    { id: "C0SECRET01", name: "secret", kind: "private", members: ["rita", "lena"] },
    {
      id: "C0PRIVATE1",
      name: "private-labels",
      kind: "private",
      members: ["rita", "alan", "anna", "lena"],
      bot: true,
    },
  ],
};
