/** What a window shows, as its address says it. */
export type Place = {
  /** The name of the person who acts. */
  readonly as: string;
  /** A conversation's id or name; null for the one that is open first. */
  readonly channel: string | null;
  readonly thread: string | null;
  /** The message that a link jumped to. */
  readonly message: string | null;
  readonly isHome: boolean;
};

/** The team and the app that links may name. */
type Workspace = {
  readonly team: { readonly id: string; readonly domain: string };
  readonly app: { readonly id: string };
  readonly channels: readonly { readonly id: string; readonly kind: string }[];
};

const timestamp = (text: string | null): string | null =>
  /^\d{1,12}\.\d{6}$/.test(text ?? "") ? text : null;

/** The place of an address's query, such as `?as=rita&channel=labelling&thread=1796000000.000100`. */
export const placeIn = (search: string): Place => {
  const query = new URLSearchParams(search);
  return {
    as: query.get("as") || "rita",
    channel: query.get("channel") || null,
    thread: timestamp(query.get("thread")),
    message: timestamp(query.get("message")),
    isHome: query.get("tab") === "home",
  };
};

/** The address of a place. */
export const addressOf = ({ as, channel, thread, message, isHome }: Place): string => {
  const query = new URLSearchParams({ as });
  if (channel !== null) query.set("channel", channel);
  if (thread !== null) query.set("thread", thread);
  if (message !== null) query.set("message", message);
  if (isHome) query.set("tab", "home");
  return `/?${query}`;
};

const at = (channel: string, more: Partial<Place> = {}): Omit<Place, "as"> => ({
  ...{ channel, thread: null, message: null, isHome: false, ...more },
});

const inArchives = (url: URL): Omit<Place, "as"> | null => {
  const [, channel, seconds, micros] =
    /^\/archives\/([CDG][A-Z0-9]+)(?:\/p(\d+)(\d{6}))?\/?$/.exec(url.pathname) ?? [];
  if (channel === undefined) return null;
  const message = seconds === undefined ? null : `${seconds}.${micros}`;
  return at(channel, { message, thread: timestamp(url.searchParams.get("thread_ts")) });
};

/**
 * Where a link leads inside the workspace, or null for one that leads elsewhere: a permalink of a message
 * (`https://TEAM.slack.com/archives/C.../p...?thread_ts=...`), a channel, and Slack's deep links to a channel and to the app
 * (docs.slack.dev/interactivity/deep-linking).
 */
export const placeBehind = (link: string, workspace: Workspace): Omit<Place, "as"> | null => {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  const { team, app, channels } = workspace;
  if (url.protocol === "https:") {
    return url.hostname === `${team.domain}.slack.com` ? inArchives(url) : null;
  }
  const id = url.searchParams.get("id") ?? "";
  if (url.protocol !== "slack:" || url.searchParams.get("team") !== team.id) return null;
  if (url.hostname === "channel") return id === "" ? null : at(id);
  const talk = channels.find(({ kind }) => kind === "im");
  if (url.hostname !== "app" || id !== app.id || talk === undefined) return null;
  return at(talk.id, { isHome: url.searchParams.get("tab") === "home" });
};

/**
 * Where a link to a pool on Toloka's own page leads here: to its tasks as a Toloker sees them; null for any other link. The pool
 * is the stand-in's, and Toloka's real page knows nothing of it.
 */
export const tolokerBehind = (link: string): string | null => {
  const page =
    /^https:\/\/platform(?:\.sandbox)?\.toloka\.ai\/requester\/project\/\d+\/pool\/(\d+)$/;
  const pool = page.exec(link)?.[1];
  return pool === undefined ? null : `/toloker?pool=${pool}`;
};

/** A message's permalink, as `chat.getPermalink` gives it. */
export const permalinkOf = (
  team: { readonly domain: string },
  channel: string,
  message: { readonly ts: string; readonly thread_ts?: string | undefined },
): string => {
  const { ts, thread_ts: root } = message;
  const inThread = root === undefined || root === ts ? "" : `?thread_ts=${root}&cid=${channel}`;
  return `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}${inThread}`;
};
