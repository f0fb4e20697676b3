import type { BlocksHost } from "../block-kit/host.ts";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";
import { Message } from "./message.tsx";
import { dayName } from "./times.ts";
import { type Mark, useScroll } from "./use-scroll.ts";

/** Messages of one author within this many seconds stand under one name. */
const togetherSeconds = 300;

const isTogether = (message: MessageFacts, before: MessageFacts | undefined): boolean =>
  before !== undefined &&
  before.user === message.user &&
  !message.is_ephemeral &&
  !before.is_ephemeral &&
  before.from_slackbot === message.from_slackbot &&
  Number(message.ts) - Number(before.ts) < togetherSeconds;

const Separator = (props: { readonly day: string | null; readonly isNew: boolean }) => (
  <h3 class={props.isNew ? "day new" : "day"}>
    {props.day !== null && <span>{props.day}</span>}
    {props.isNew && <b>New</b>}
  </h3>
);

/** Messages, the newest at the bottom and in sight: with their days, or as a thread with its count of replies. */
export const MessageList = (props: {
  readonly messages: readonly MessageFacts[];
  readonly facts: WorkspaceFacts;
  readonly hostOf: (ts: string) => BlocksHost;
  readonly openThread: ((ts: string) => void) | null;
  readonly useShortcut: (callbackId: string, ts: string) => void;
  readonly dismiss: (ts: string) => void;
  readonly label: string;
  readonly copyLink: (message: MessageFacts) => Promise<void>;
  readonly mark: Mark | null;
  /** The newest message that was read before; null where nothing is told to be new. */
  readonly readBefore: string | null;
}) => {
  const { messages, facts, mark, readBefore } = props;
  const { me, now } = facts;
  const isThread = props.openThread === null;
  const { list, onScroll } = useScroll(messages, me.id, props.label, mark);
  const isNew = ({ ts, user, is_ephemeral }: MessageFacts): boolean =>
    readBefore !== null && ts > readBefore && user !== me.id && !is_ephemeral;
  const firstNew = messages.find(isNew);
  const replies = messages[0]?.reply_count ?? 0;
  return (
    <div
      class={isThread ? "messages" : "messages from-below"}
      ref={list}
      onScroll={onScroll}
      role="log"
      aria-label={props.label}
      aria-live="polite"
    >
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const day = dayName(message.ts, me.tz, now);
        const isNewDay =
          !isThread && (before === undefined || dayName(before.ts, me.tz, now) !== day);
        const separates = isNewDay || message === firstNew;
        return (
          <div key={message.ts}>
            {separates && <Separator day={isNewDay ? day : null} isNew={message === firstNew} />}
            <Message
              message={message}
              facts={facts}
              host={props.hostOf(message.ts)}
              isContinued={!separates && isTogether(message, before) && !(isThread && index === 1)}
              isMarked={mark?.ts === message.ts}
              copyLink={props.copyLink}
              openThread={props.openThread}
              useShortcut={props.useShortcut}
              dismiss={props.dismiss}
            />
            {isThread && index === 0 && replies > 0 && (
              <p class="replies">
                {replies} {replies === 1 ? "reply" : "replies"}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
};
