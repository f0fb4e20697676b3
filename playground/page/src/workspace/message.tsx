import { Attachment } from "../block-kit/attachment.tsx";
import { Blocks } from "../block-kit/blocks.tsx";
import type { BlocksHost } from "../block-kit/host.ts";
import { Mrkdwn } from "../block-kit/mrkdwn.tsx";
import { Icon } from "../ui/icon.tsx";
import { textOf } from "../ui/json.ts";
import type { MessageFacts, WorkspaceFacts } from "./answers.ts";
import { Avatar } from "./avatar.tsx";
import { FileCard } from "./file-card.tsx";
import { MessageTools } from "./message-tools.tsx";
import { ThreadFoot } from "./thread-foot.tsx";
import { clockTime, dayAndTime } from "./times.ts";

/** A message with its blocks, files and thread. */
export const Message = (props: {
  readonly message: MessageFacts;
  readonly facts: WorkspaceFacts;
  readonly host: BlocksHost;
  /** Whether its author is not repeated. */
  readonly isContinued: boolean;
  /** Whether a link led here. */
  readonly isMarked: boolean;
  readonly copyLink: (message: MessageFacts) => Promise<void>;
  readonly openThread: ((ts: string) => void) | null;
  readonly useShortcut: (callbackId: string, ts: string) => void;
  readonly dismiss: (ts: string) => void;
}) => {
  const { message, facts, host, isContinued, openThread } = props;
  const author = facts.users.find(({ id }) => id === message.user);
  const isApp = author?.id === facts.app.botUserId;
  const name = message.from_slackbot ? "Slackbot" : (author?.realName ?? "Somebody");
  const clock = clockTime(message.ts, facts.me.tz);
  const whole = dayAndTime(message.ts, facts.me.tz, facts.now);
  // A thread has no separators between its days: each older message says its own.
  const time = openThread === null && !whole.startsWith("Today") ? whole : clock;
  const looks = [
    "message",
    isContinued ? "continued" : "",
    message.is_ephemeral ? "ephemeral" : "",
    props.isMarked ? "marked" : "",
  ];
  return (
    <article
      class={looks.filter((look) => look !== "").join(" ")}
      aria-current={props.isMarked ? "true" : undefined}
      data-ts={message.ts}
      aria-label={`${name}, ${time}`}
    >
      {message.is_ephemeral && (
        <p class="only-you">
          <Icon name="eye" /> Only visible to you
          <button type="button" class="link" onClick={() => props.dismiss(message.ts)}>
            Dismiss message
          </button>
        </p>
      )}
      <div class="message-row">
        {isContinued ? (
          <time class="side-time" title={whole}>
            {clock.replace(/ [AP]M$/, "")}
          </time>
        ) : (
          <Avatar name={name} isApp={isApp} />
        )}
        <div class="message-body">
          {!isContinued && (
            <p class="author">
              <strong>{name}</strong>
              {isApp && <span class="tag">APP</span>}
              {author?.kind === "stranger" && <span class="tag">EXTERNAL</span>}
              {author?.kind === "guest" && <span class="tag">GUEST</span>}
              <time title={whole}>{time}</time>
            </p>
          )}
          {message.blocks === undefined ? (
            <Mrkdwn text={message.text} directory={host.directory} />
          ) : (
            <Blocks blocks={message.blocks} host={host} />
          )}
          {message.edited !== undefined && <small class="edited">(edited)</small>}
          {message.attachments?.map((attachment, index) => (
            <Attachment key={`${index}`} attachment={attachment} host={host} />
          ))}
          {message.files?.map((file) => (
            <FileCard key={textOf(file.id)} file={file} reader={facts.me.name} />
          ))}
          {openThread !== null && message.reply_count > 0 && (
            <ThreadFoot message={message} facts={facts} open={() => openThread(message.ts)} />
          )}
        </div>
        {!message.is_ephemeral && (
          <MessageTools
            message={message}
            facts={facts}
            copyLink={props.copyLink}
            openThread={openThread}
            useShortcut={props.useShortcut}
          />
        )}
      </div>
    </article>
  );
};
