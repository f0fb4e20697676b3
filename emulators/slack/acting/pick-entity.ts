import { objectOf, textsOf } from "../json.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { Channel } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, channelOf } from "./actor.ts";

/** The id of a person picked from a users list. */
export function findChosenUser({ workspace }: Actor, value: unknown): string {
  const user = workspace.world.findUser(String(value));
  if (user === undefined || user.deleted) {
    throw new ActError("no_such_option", `There is no user ${String(value)} to choose`);
  }
  return user.id;
}

/** The id of a conversation picked from a list, which may be filtered by kind. */
export function findChosenChannel(actor: Actor, place: PlacedElement, value: unknown): string {
  const channel = channelOf(actor, String(value));
  const wanted = textsOf(objectOf(place.element.filter).include);
  const onlyPublic = place.type.includes("channels_select");
  const fits = onlyPublic
    ? channel.kind === "public"
    : wanted.length === 0 || wanted.includes(channel.kind satisfies Channel["kind"]);
  if (!fits) throw new ActError("no_such_option", `The list does not offer ${String(value)}`);
  return channel.id;
}
