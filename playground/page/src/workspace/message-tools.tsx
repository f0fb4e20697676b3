import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";

/** What can be done with a message, shown while the pointer or the focus is on it. */
export const MessageTools = (props: {
  readonly message: MessageFacts;
  readonly facts: WorkspaceFacts;
  readonly copyLink: (message: MessageFacts) => Promise<void>;
  readonly openThread: ((ts: string) => void) | null;
  readonly useShortcut: (callbackId: string, ts: string) => void;
}) => {
  const { message, facts, openThread } = props;
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    // What went wrong is told by the one who copies.
    props.copyLink(message).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
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
      <button
        type="button"
        aria-label={isCopied ? undefined : "Copy link"}
        title="Copy link"
        onClick={copy}
        onBlur={() => setCopied(false)}
      >
        {isCopied ? "Copied" : <Icon name="link" size={16} />}
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
