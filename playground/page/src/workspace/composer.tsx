import { useId, useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import type { WorkspaceFacts } from "./answers.ts";

/** Where a person writes: messages, slash commands with their hint, dropped files. */
export const Composer = (props: {
  readonly label: string;
  readonly facts: WorkspaceFacts;
  /** Why nothing can be written here; null when it can. */
  readonly closed: string | null;
  readonly send: (text: string) => Promise<void>;
  readonly upload: (files: readonly File[]) => Promise<void>;
}) => {
  const { label, facts, closed } = props;
  const list = useId();
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const offers = /^\/\S*$/.test(text)
    ? facts.commands.filter(({ command }) => command.startsWith(text) && command !== text)
    : [];
  const typed = facts.commands.find(
    ({ command }) => text === command || text.startsWith(`${command} `),
  );
  if (closed !== null) return <p class="composer-closed">{closed}</p>;
  const send = async (): Promise<void> => {
    if (text.trim() === "" || isBusy) return;
    const sent = text.trim();
    setText("");
    setBusy(true);
    try {
      await props.send(sent);
    } catch {
      setText(sent);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [offer] = offers;
    if (event.key === "Tab" && offer !== undefined) {
      event.preventDefault();
      setText(`${offer.command} `);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (offer === undefined) void send();
      else setText(`${offer.command} `);
    }
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void props.upload([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {offers.length > 0 && (
        <div class="command-offers" id={list} role="listbox" aria-label="Commands">
          {offers.map(({ command, description, usage }) => (
            <button
              type="button"
              role="option"
              aria-selected={false}
              key={command}
              onClick={() => setText(`${command} `)}
            >
              <strong>{command}</strong> {usage}
              <small>{description}</small>
            </button>
          ))}
        </div>
      )}
      <textarea
        aria-label={label}
        placeholder={label}
        rows={1}
        value={text}
        aria-controls={offers.length > 0 ? list : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="composer-foot">
        <label class="round">
          <Icon name="plus" size={16} />
          <span class="hidden-text">Attach a file</span>
          <input
            class="hidden-text"
            type="file"
            onChange={(event) => void props.upload([...(event.currentTarget.files ?? [])])}
          />
        </label>
        <small>{typed === undefined ? "" : `${typed.command} ${typed.usage}`}</small>
        <button
          type="submit"
          class="send"
          aria-label="Send"
          title="Send now (Return)"
          disabled={isBusy || text.trim() === ""}
        >
          {isBusy ? <span class="spinner" aria-hidden="true" /> : <Icon name="send" size={16} />}
        </button>
      </div>
      <p class={text === "" ? "composer-hint quiet" : "composer-hint"} aria-hidden={text === ""}>
        <strong>Shift + Return</strong> to add a new line
      </p>
    </form>
  );
};
