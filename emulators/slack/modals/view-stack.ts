import { type JsonObject, objectsOf, textOf } from "../json.ts";
import { withBlockIds } from "../world/block-ids.ts";
import type { View } from "../world/entities.ts";
import { randomHex } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { carriedState } from "./element-state.ts";

/** A person may have three views of an app open at a time. */
const MAX_STACK = 3;

type StackRefusal = "push_limit_reached" | "duplicate_external_id" | "not_found";
export type Stacked = { ok: true; view: View } | { ok: false; error: StackRefusal };

/** The modals a person sees, the top one last. */
export function openViewsOf(world: World, userId: string): View[] {
  return (world.stacks.get(userId) ?? []).flatMap((id) => world.views.get(id) ?? []);
}

/** Opens a modal as a new stack; what was open before is gone. */
export function openRoot(
  world: World,
  userId: string,
  payload: JsonObject,
  channelId: string | undefined,
): Stacked {
  if (externalIdTaken(world, payload, undefined)) {
    return { ok: false, error: "duplicate_external_id" };
  }
  closeAll(world, userId);
  return { ok: true, view: add(world, userId, payload, channelId, undefined) };
}

/** Puts a modal on top of the open ones. */
export function pushView(world: World, userId: string, payload: JsonObject): Stacked {
  const open = openViewsOf(world, userId);
  const top = open.at(-1);
  if (top === undefined) return { ok: false, error: "not_found" };
  if (open.length >= MAX_STACK) return { ok: false, error: "push_limit_reached" };
  if (externalIdTaken(world, payload, undefined)) {
    return { ok: false, error: "duplicate_external_id" };
  }
  return { ok: true, view: add(world, userId, payload, top.channelId, top) };
}

/** Replaces what a view shows; typed values stay where the ids stay. */
export function replaceView(world: World, view: View, payload: JsonObject): Stacked {
  if (externalIdTaken(world, payload, view.id)) {
    return { ok: false, error: "duplicate_external_id" };
  }
  view.payload = withIds(payload);
  view.hash = newHash();
  view.state = carriedState(objectsOf(view.payload.blocks), view.state, view.channelId);
  view.fieldErrors = new Map();
  view.trouble = undefined;
  return { ok: true, view };
}

/** Takes the top modal away and returns it. */
export function closeTop(world: World, userId: string): View | undefined {
  const id = world.stacks.get(userId)?.pop();
  if (id === undefined) return undefined;
  const view = world.views.get(id);
  world.views.delete(id);
  return view;
}

/** Takes all modals of a person away and returns them, the top one first. */
export function closeAll(world: World, userId: string): View[] {
  const closed = openViewsOf(world, userId).toReversed();
  for (const view of closed) world.views.delete(view.id);
  world.stacks.set(userId, []);
  return closed;
}

/** Publishes a Home tab for a person. */
export function publishHome(world: World, userId: string, payload: JsonObject): View {
  const id = world.homes.get(userId)?.id ?? world.ids.next("V");
  const view = freshView("home", id, userId, payload, undefined);
  world.homes.set(userId, view);
  return view;
}

function add(
  world: World,
  userId: string,
  payload: JsonObject,
  channelId: string | undefined,
  below: View | undefined,
): View {
  const view = freshView("modal", world.ids.next("V"), userId, payload, channelId);
  if (below !== undefined) {
    view.rootViewId = below.rootViewId;
    view.previousViewId = below.id;
  }
  world.views.set(view.id, view);
  world.stacks.set(userId, [...(world.stacks.get(userId) ?? []), view.id]);
  return view;
}

function freshView(
  type: View["type"],
  id: string,
  userId: string,
  payload: JsonObject,
  channelId: string | undefined,
): View {
  const named = withIds(payload);
  return {
    id,
    type,
    userId,
    hash: newHash(),
    payload: named,
    rootViewId: id,
    previousViewId: undefined,
    state: carriedState(objectsOf(named.blocks), new Map(), channelId),
    fieldErrors: new Map(),
    trouble: undefined,
    channelId,
  };
}

function withIds(payload: JsonObject): JsonObject {
  return { ...payload, blocks: withBlockIds(objectsOf(payload.blocks)) };
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomHex(4)}`;
}

function externalIdTaken(world: World, payload: JsonObject, self: string | undefined): boolean {
  const externalId = textOf(payload.external_id);
  if (externalId === undefined || externalId === "") return false;
  return [...world.views.values()].some(
    (view) => view.id !== self && view.payload.external_id === externalId,
  );
}
