import type { MessageFacts, WorkspaceFacts } from "./answers.ts";
import { Avatar } from "./avatar.tsx";
import { dayAndTime } from "./times.ts";

/** Avatars of more people than these are not drawn. */
const mostFaces = 5;

/** The thread below a message: who answered, how often, and when last. */
export const ThreadFoot = (props: {
  readonly message: MessageFacts;
  readonly facts: WorkspaceFacts;
  readonly open: () => void;
}) => {
  const { message, facts } = props;
  const { reply_count: count, reply_users: repliers } = message;
  const last = dayAndTime(message.latest_reply ?? message.ts, facts.me.tz, facts.now);
  return (
    <button type="button" class="thread-link" onClick={props.open}>
      {repliers.slice(0, mostFaces).map((id) => (
        <Avatar
          key={id}
          name={facts.users.find((user) => user.id === id)?.realName ?? "Somebody"}
          isApp={id === facts.app.botUserId}
        />
      ))}
      <strong>
        {count} {count === 1 ? "reply" : "replies"}
      </strong>
      <span class="last-reply">Last reply {last.replace(/^[TY]/, (day) => day.toLowerCase())}</span>
      <span class="view-thread" aria-hidden="true">
        View thread
      </span>
    </button>
  );
};
