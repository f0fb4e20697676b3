import { useEffect, useRef } from "preact/hooks";
import type { WorkspaceFacts } from "./answers.ts";
import type { Client } from "./client.ts";

/**
 * Marks a conversation as read up to `last`, and answers how far one had read when it was opened, or null before the first
 * time: the line "New" stays there until one leaves.
 */
export const useReadBefore = (
  client: Client,
  facts: WorkspaceFacts,
  channelId: string,
  last: string | undefined,
): string | null => {
  // The workspace may not have told yet of what was marked a moment ago.
  const seen = useRef(new Map<string, string>());
  const told = facts.channels.find(({ id }) => id === channelId)?.read ?? "0";
  const own = seen.current.get(channelId) ?? "0";
  const read = own > told ? own : told;
  const before = useRef({ channelId, read });
  if (before.current.channelId !== channelId) before.current = { channelId, read };
  useEffect(() => {
    if (last === undefined) return;
    seen.current.set(channelId, last);
    client.read(channelId, last).catch(() => undefined);
  }, [last, channelId, facts.me.id]);
  return before.current.read === "0" ? null : before.current.read;
};
