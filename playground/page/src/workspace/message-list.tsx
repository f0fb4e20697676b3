import { useEffect, useRef } from "preact/hooks";
import type { BlocksHost } from "../block-kit/host.ts";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";
import { Message } from "./message.tsx";
import { dayName } from "./times.ts";

/** Messages of one author within this many seconds stand under one name. */
const togetherSeconds = 300;

/** The message that a link led to, and the visit it belongs to: each visit jumps there once. */
export type Mark = { readonly ts: string; readonly visit: number };

/** Messages with their days, the newest at the bottom and in sight. */
export const MessageList = (props: {
  readonly messages: readonly MessageFacts[];
  readonly facts: WorkspaceFacts;
  readonly hostOf: (ts: string) => BlocksHost;
  readonly openThread: ((ts: string) => void) | null;
  readonly useShortcut: (callbackId: string, ts: string) => void;
  readonly dismiss: (ts: string) => void;
  readonly label: string;
  readonly channelId: string;
  readonly mark: Mark | null;
}) => {
  const { messages, facts, mark } = props;
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.ts;
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [last, props.label]);
  const list = useRef<HTMLDivElement>(null);
  const isMarkHere = messages.some(({ ts }) => ts === mark?.ts);
  useEffect(() => {
    const marked = isMarkHere ? list.current?.querySelector(".message.marked") : null;
    marked?.scrollIntoView({ block: "center" });
  }, [isMarkHere, mark?.ts, mark?.visit]);
  return (
    <div class="messages" ref={list} role="log" aria-label={props.label} aria-live="polite">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const day = dayName(message.ts, facts.me.tz);
        const isNewDay = before === undefined || dayName(before.ts, facts.me.tz) !== day;
        const isContinued =
          !isNewDay &&
          before.user === message.user &&
          !message.is_ephemeral &&
          !before.is_ephemeral &&
          Number(message.ts) - Number(before.ts) < togetherSeconds;
        return (
          <div key={message.ts}>
            {isNewDay && (
              <h3 class="day">
                <span>{day}</span>
              </h3>
            )}
            <Message
              message={message}
              facts={facts}
              host={props.hostOf(message.ts)}
              isContinued={isContinued}
              isMarked={mark?.ts === message.ts}
              channelId={props.channelId}
              openThread={props.openThread}
              useShortcut={props.useShortcut}
              dismiss={props.dismiss}
            />
          </div>
        );
      })}
      <div ref={end} />
    </div>
  );
};
