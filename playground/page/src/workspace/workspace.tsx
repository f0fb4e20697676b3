import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useConfirm } from "../block-kit/use-confirm.tsx";
import { Guide } from "../guide/guide.tsx";
import type { Place } from "./address.ts";
import type { WorkspaceFacts } from "./answers.ts";
import { type Client, clientOf } from "./client.ts";
import { Conversation, Thread } from "./conversation.tsx";
import { Modal } from "./modal.tsx";
import { SidePanels } from "./side-panels.tsx";
import { Sidebar } from "./sidebar.tsx";
import { useHosts } from "./use-host.ts";
import { type Live, useLive, useRead } from "./use-live.ts";
import { useInsideLinks, usePlace, type Visit } from "./use-place.ts";

const Inside = (props: {
  readonly client: Client;
  readonly facts: WorkspaceFacts;
  readonly live: Live;
  readonly since: number;
  readonly visit: Visit;
  readonly go: (to: Partial<Place>) => void;
  readonly actAs: (name: string) => void;
}) => {
  const { client, facts, live, since, go } = props;
  const { place: shown, count } = props.visit;
  const [trouble, setTrouble] = useState("");
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { me, users, channels, groups } = facts;
  const directory = { viewer: me, users, channels, groups };
  const confirm = useConfirm(directory);
  const hosts = useHosts(client, directory, confirm.ask, setTrouble);
  const views = useRead(() => client.views(), me.id, live.tick).data;
  const isKnown = channels.some(({ id, name }) => [id, name].includes(shown.channel ?? id));
  useInsideLinks(facts, go);
  useEffect(() => setMenuOpen(false), [count]);
  useEffect(() => {
    if (!isKnown) setTrouble(`${me.realName} sees no conversation ${shown.channel}`);
  }, [isKnown, shown.channel]);
  const open =
    channels.find(({ id }) => id === shown.channel) ??
    channels.find(({ name }) => name === shown.channel) ??
    channels.find(({ name }) => name === "labelling") ??
    channels[0];
  if (open === undefined) return <p class="empty">{me.realName} sees no conversation.</p>;
  const top = views?.modals.at(-1);
  const hostOf = (ts: string) =>
    hosts.hostFor("message", { kind: "message", channel: open.id, ts }, {}, {});
  const choose = (id: string): void => {
    const named = channels.filter(
      ({ name }) => name === channels.find((one) => one.id === id)?.name,
    );
    const channel = named.length === 1 ? (named[0]?.name ?? id) : id;
    go({ channel, thread: null, message: null, isHome: false });
  };
  const tell = (error: unknown): void =>
    setTrouble(error instanceof Error ? error.message : String(error));
  const act = (work: Promise<unknown>): void => {
    work.catch(tell);
  };
  const home = views?.home ?? null;
  const homeHost =
    home === null
      ? null
      : hosts.hostFor("home", { kind: "view", viewId: home.id }, home.state.values, home.errors);
  const mark = shown.message === null ? null : { ts: shown.message, visit: count };
  const { thread } = shown;
  const place = { client, facts, live, since, channelId: open.id, hostOf, mark, tell: setTrouble };
  const openNamed = (name: string): void => {
    const found = channels.find((channel) => channel.name === name);
    if (found !== undefined) choose(found.id);
  };
  return (
    <div
      class={`workspace${isMenuOpen ? " menu-open" : ""}${thread === null ? "" : " has-thread"}`}
    >
      <button
        type="button"
        class="button menu-button"
        aria-expanded={isMenuOpen}
        onClick={() => setMenuOpen(!isMenuOpen)}
      >
        ☰ {me.realName}
      </button>
      <Sidebar facts={facts} open={open.id} choose={choose} actAs={props.actAs} />
      <Conversation
        {...place}
        openThread={(ts) => go({ thread: ts, message: null })}
        isHome={shown.isHome}
        chooseTab={(isHome) => go({ isHome, thread: null, message: null })}
        home={home === null || homeHost === null ? null : { blocks: home.blocks, host: homeHost }}
      />
      {thread !== null && (
        <Thread {...place} ts={thread} close={() => go({ thread: null, message: null })} />
      )}
      <SidePanels guide={<Guide acting={me.name} actAs={props.actAs} openChannel={openNamed} />} />
      {top !== undefined && (
        <Modal
          key={top.id}
          view={top}
          depth={views?.modals.length ?? 1}
          host={hosts.hostFor(
            "modal",
            { kind: "view", viewId: top.id },
            top.state.values,
            top.errors,
          )}
          appName={facts.app.name}
          submit={async () => {
            if (await hosts.settled(top.id)) await client.submit().catch(tell);
          }}
          close={(all) => act(client.close(all))}
        />
      )}
      {confirm.dialog}
      {trouble !== "" && (
        <div class="toast" role="alert">
          {trouble}
          <button
            type="button"
            class="button quiet"
            aria-label="Dismiss"
            onClick={() => setTrouble("")}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  );
};

/** The workspace as the person of the address (`?as=`) sees it. */
export const Workspace = () => {
  const { visit, go } = usePlace();
  const acting = visit.place.as;
  const client = useMemo(() => clientOf(acting), [acting]);
  const live = useLive();
  const { data, error } = useRead(() => client.workspace(), acting, live.tick);
  const opened = useRef<number | null>(null);
  opened.current ??= data?.now ?? null;
  const actAs = (as: string): void =>
    go({ as, channel: null, thread: null, message: null, isHome: false });
  return (
    <>
      <div class="banner" role="note">
        <strong>PLAYGROUND: no money, no Slack.</strong>{" "}
        <span class="banner-more">Everything runs on this machine.</span>
        <span role="status">
          {!live.isConnected && " The workspace does not answer; trying again …"}
        </span>
      </div>
      {data === null ? (
        <p class="empty" role="status">
          {error === null
            ? "Loading …"
            : `${error} – choose somebody in the address, such as /?as=rita`}
        </p>
      ) : (
        <Inside
          key={acting}
          client={client}
          facts={data}
          live={live}
          since={opened.current ?? data.now}
          visit={visit}
          go={go}
          actAs={actAs}
        />
      )}
    </>
  );
};
