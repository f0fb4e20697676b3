import type { World } from "../world/world.ts";
import { type ReadingTime, renderDateToken } from "./date-token.ts";

/** Who reads, in which workspace. */
export type Reader = ReadingTime & { world: World };

/**
 * Text as a person reads it: `*bold*` and the like stay as they are, tokens in angle brackets become what
 * Slack shows for them, and escaped characters come back.
 */
export function renderMrkdwn(text: string, reader: Reader): string {
  return text
    .split(/(<[^<>]+>)/)
    .map((piece) =>
      /^<[^<>]+>$/.test(piece) ? token(piece.slice(1, -1), reader) : unescaped(piece),
    )
    .join("");
}

/** Plain text knows no tokens; only escaped characters come back. */
export function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The addresses a text links to, in order. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/<((?:https?|mailto):[^<>|]+)(?:\|[^<>]*)?>/g)].map((match) =>
    unescaped(match[1] ?? ""),
  );
}

function token(inner: string, reader: Reader): string {
  const bar = inner.indexOf("|");
  const head = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : unescaped(inner.slice(bar + 1));
  const { world } = reader;
  if (head.startsWith("@")) {
    const user = world.users.get(head.slice(1));
    return `@${user?.name ?? label ?? head.slice(1)}`;
  }
  if (head.startsWith("#")) {
    const channel = world.channels.get(head.slice(1));
    return `#${channel?.name ?? label ?? head.slice(1)}`;
  }
  if (head.startsWith("!subteam^")) {
    const group = world.groups.get(head.slice("!subteam^".length));
    return `@${group?.handle ?? label ?? head}`;
  }
  if (head.startsWith("!date^")) {
    const [, seconds = "", format = ""] = head.split("^");
    const known = /^-?\d+$/.test(seconds) && format !== "";
    return known ? unescaped(renderDateToken(Number(seconds), format, reader)) : (label ?? "");
  }
  if (head.startsWith("!")) return `@${head.slice(1)}`;
  return label ?? unescaped(head);
}
