import { Icon } from "../ui/icon.tsx";
import { permalinkOf } from "./address.ts";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";

/** What can be done with a message, shown while the pointer or the focus is on it. */
export const MessageTools = (props: {
  readonly message: MessageFacts;
  readonly facts: WorkspaceFacts;
  readonly channelId: string;
  readonly openThread: ((ts: string) => void) | null;
  readonly useShortcut: (callbackId: string, ts: string) => void;
}) => {
  const { message, facts, openThread } = props;
  const copy = (): void =>
    void navigator.clipboard.writeText(permalinkOf(facts.team, props.channelId, message));
  return (
    <div class="message-tools">
      {openThread !== null && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(message.thread_ts ?? message.ts)}
        >
          <Icon name="thread" size={16} />
        </button>
      )}
      <button type="button" aria-label="Copy link" title="Copy link" onClick={copy}>
        <Icon name="link" size={16} />
      </button>
      {facts.shortcuts.map(({ callbackId, name }) => (
        <button
          type="button"
          key={callbackId}
          onClick={() => props.useShortcut(callbackId, message.ts)}
        >
          {name}
        </button>
      ))}
    </div>
  );
};
