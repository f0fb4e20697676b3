import type { ComponentChildren } from "preact";
import type { Channel } from "../block-kit/host.ts";
import { Icon } from "../ui/icon.tsx";
import type { WorkspaceFacts } from "./answers.ts";

const roles: Readonly<Record<string, string>> = {
  rita: "requester",
  alan: "approver",
  anna: "approver",
  lena: "lead",
  gus: "guest",
  una: "guest of one channel",
  sid: "from another company",
};

/** Conversations with their unread marks, and who is acting. */
export const Sidebar = (props: {
  readonly facts: WorkspaceFacts;
  readonly open: string;
  readonly choose: (channel: string) => void;
  readonly actAs: (name: string) => void;
}) => {
  const { facts, open } = props;
  const entry = (channel: Channel, mark: ComponentChildren) => (
    <li key={channel.id}>
      <button
        type="button"
        class={
          channel.id === open ? "channel open" : channel.unread > 0 ? "channel unread" : "channel"
        }
        aria-current={channel.id === open ? "page" : undefined}
        onClick={() => props.choose(channel.id)}
      >
        <span aria-hidden="true">{mark}</span> {channel.name}
        {channel.unread > 0 && channel.id !== open && (
          // Slack counts what is addressed to one; other unread words make the name bold.
          <span class={channel.kind === "im" ? "count" : "hidden-text"}>
            {channel.unread}
            <span class="hidden-text"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
  const ofKind = (kind: Channel["kind"]): readonly Channel[] =>
    facts.channels.filter((channel) => channel.kind === kind);
  const people = facts.users.filter(({ kind, deleted }) => kind !== "bot" && !deleted);
  return (
    <nav class="sidebar" aria-label="Conversations">
      <p class="team">{facts.team.name}</p>
      <label class="act-as">
        Act as
        <select value={facts.me.name} onChange={(event) => props.actAs(event.currentTarget.value)}>
          {people.map(({ name, realName }) => (
            <option key={name} value={name}>
              {realName}
              {roles[name] === undefined ? "" : ` – ${roles[name]}`}
            </option>
          ))}
        </select>
      </label>
      <p class="hint-line">
        <a
          href={`/?as=${facts.me.name === "alan" ? "rita" : "alan"}`}
          target="_blank"
          rel="noreferrer"
        >
          Open a second window as {facts.me.name === "alan" ? "Rita" : "Alan"}
        </a>
      </p>
      <h2>Channels</h2>
      <ul>
        {ofKind("public").map((channel) => entry(channel, "#"))}
        {ofKind("private").map((channel) => entry(channel, <Icon name="lock" />))}
      </ul>
      <h2>Apps</h2>
      <ul>{ofKind("im").map((channel) => entry(channel, <Icon name="ring" />))}</ul>
    </nav>
  );
};
