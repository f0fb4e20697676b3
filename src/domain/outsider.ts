import type { Voter } from "./entitlement.ts";

/** Somebody who is no full member of the home workspace. */
export type OutsiderKind = Exclude<Voter["kind"], "member">;

const kinds: { readonly [Kind in OutsiderKind]: string } = {
  guest: "You are a guest in this workspace.",
  stranger: "You belong to another organisation.",
  bot: "You are a bot.",
  deactivated: "Your account is deactivated.",
};

/** Why somebody may do nothing here, and what to do. */
export const outsiderWords = (
  kind: OutsiderKind,
): { readonly wrong: string; readonly next: string } => ({
  wrong: `${kinds[kind]} Only full members may spend or stop spending here.`,
  next: "Ask a full member of this workspace.",
});
