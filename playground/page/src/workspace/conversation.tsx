import { useEffect } from "preact/hooks";
import type { BlocksHost } from "../block-kit/host.ts";
import { permalinkOf } from "./address.ts";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";
import { AppHome, AppTabs, type PublishedHome } from "./app-home.tsx";
import type { Client } from "./client.ts";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { type Live, useRead } from "./use-live.ts";
import { useReadBefore } from "./use-read-before.ts";
import type { Mark } from "./use-scroll.ts";

type Surroundings = {
  readonly client: Client;
  readonly facts: WorkspaceFacts;
  readonly channelId: string;
  readonly live: Live;
  readonly hostOf: (ts: string) => BlocksHost;
  readonly tell: (trouble: string) => void;
  /** When this client was opened, in the workspace's seconds: older messages for one person are not shown. */
  readonly since: number;
  readonly mark: Mark | null;
};

const whyClosed = (facts: WorkspaceFacts, channelId: string): string | null => {
  const channel = facts.channels.find(({ id }) => id === channelId);
  if (channel === undefined) return "This conversation is gone.";
  if (channel.archived) return "This channel is archived.";
  return channel.member ? null : `${facts.me.realName} is not in this channel and can only read.`;
};

/** Slack's client forgets messages for one person when it is loaded anew. */
const isKept =
  (since: number) =>
  ({ is_ephemeral, ts }: MessageFacts): boolean =>
    !is_ephemeral || Number(ts) >= since;

const useActs = ({ client, facts, channelId, tell }: Surroundings) => {
  const told = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  return {
    send: (text: string, thread?: string) =>
      told(async () => {
        if (!text.startsWith("/")) return client.post(channelId, text, thread);
        const { reason } = await client.command(channelId, text);
        if (reason !== null) tell(`Slack: ${reason} – ${text.split(" ")[0]}`);
        return undefined;
      }),
    upload: (files: readonly File[]) =>
      told(() => Promise.all(files.map((file) => client.upload(file, channelId)))),
    openHome: () => void told(() => client.openHome()).catch(() => undefined),
    copyLink: (message: MessageFacts) =>
      told(() => navigator.clipboard.writeText(permalinkOf(facts.team, channelId, message))),
    dismiss: (ts: string) => void told(() => client.dismiss(channelId, ts)).catch(() => undefined),
    useShortcut: (callbackId: string, ts: string) =>
      void told(() => client.shortcut(callbackId, channelId, ts)).catch(() => undefined),
  };
};

const placeName = (facts: WorkspaceFacts, channelId: string): string => {
  const channel = facts.channels.find(({ id }) => id === channelId);
  if (channel === undefined) return "?";
  return channel.kind === "im" ? channel.name : `#${channel.name}`;
};

/** A conversation: its messages and where to write. */
export const Conversation = (
  props: Surroundings & {
    readonly openThread: (ts: string) => void;
    readonly home: PublishedHome;
    readonly isHome: boolean;
    readonly chooseTab: (isHome: boolean) => void;
  },
) => {
  const { client, facts, channelId, live } = props;
  const acts = useActs(props);
  const { data, error } = useRead(
    async () => (await client.messages(channelId)).filter(isKept(props.since)),
    `${facts.me.id} ${channelId}`,
    live.tick,
  );
  const channel = facts.channels.find(({ id }) => id === channelId);
  const name = placeName(facts, channelId);
  const hasHome = channel?.kind === "im" && (facts.homeTab || props.home !== null);
  const isHome = hasHome && props.isHome;
  useEffect(() => {
    if (isHome) acts.openHome();
  }, [isHome, channelId]);
  const readBefore = useReadBefore(client, facts, channelId, data?.at(-1)?.ts);
  return (
    <main class="conversation">
      <header class="place">
        <h1>{name}</h1>
        <small>{channel?.kind === "im" ? "App" : `${channel?.members ?? 0} members`}</small>
      </header>
      {hasHome && <AppTabs isHome={isHome} choose={props.chooseTab} />}
      {isHome ? (
        <AppHome appName={facts.app.name} home={props.home} />
      ) : (
        <>
          {error !== null && <p class="trouble">{error}</p>}
          {data !== null && data.length === 0 && (
            <p class="empty">
              Nothing here yet. Type <code>/toloka</code> below to begin.
            </p>
          )}
          <MessageList
            messages={data ?? []}
            facts={facts}
            hostOf={props.hostOf}
            openThread={props.openThread}
            mark={props.mark}
            copyLink={acts.copyLink}
            useShortcut={acts.useShortcut}
            dismiss={acts.dismiss}
            label={`Messages in ${name}`}
            readBefore={readBefore}
          />
          <Composer
            label={`Message ${name}`}
            facts={facts}
            closed={whyClosed(facts, channelId)}
            send={(text) => acts.send(text)}
            upload={(files) => acts.upload(files)}
          />
        </>
      )}
    </main>
  );
};

/** A thread beside its conversation. */
export const Thread = (
  props: Surroundings & { readonly ts: string; readonly close: () => void },
) => {
  const { client, facts, channelId, live, ts } = props;
  const acts = useActs(props);
  const key = `${facts.me.id} ${channelId} ${ts}`;
  const { data } = useRead(
    async () => (await client.messages(channelId, ts)).filter(isKept(props.since)),
    key,
    live.tick,
  );
  return (
    <aside class="thread" aria-label="Thread">
      <header class="place">
        <h2>Thread</h2>
        <small>{placeName(facts, channelId)}</small>
        <button type="button" class="button quiet" aria-label="Close thread" onClick={props.close}>
          ✕
        </button>
      </header>
      {data?.length === 0 && <p class="empty">This thread is not here any more.</p>}
      <MessageList
        messages={data ?? []}
        facts={facts}
        hostOf={props.hostOf}
        openThread={null}
        mark={props.mark}
        copyLink={acts.copyLink}
        useShortcut={acts.useShortcut}
        dismiss={acts.dismiss}
        label="Messages in the thread"
        readBefore={null}
      />
      <Composer
        label="Reply"
        facts={facts}
        closed={whyClosed(facts, channelId)}
        send={(text) => acts.send(text, ts)}
        upload={(files) => acts.upload(files)}
      />
    </aside>
  );
};
