import { useState } from "preact/hooks";
import { Dialog } from "../ui/dialog.tsx";
import { tolokerCalls } from "./client.ts";

/** A word to the requester from a Toloker, by id; it lands in Toloka's messages. */
export const MessageForm = (props: {
  readonly from: string;
  readonly close: (words: string) => void;
}) => {
  const [words, setWords] = useState("");
  const [trouble, setTrouble] = useState("");
  const send = (event: Event): void => {
    event.preventDefault();
    if (words.trim() === "") setTrouble("Write something first.");
    else {
      tolokerCalls.write(props.from, words).then(
        () => props.close("Your message went to the requester."),
        (error: unknown) => setTrouble(String(error)),
      );
    }
  };
  return (
    <Dialog label="Message to the requester" class="instructions" onCancel={() => props.close("")}>
      <form onSubmit={send}>
        <h2>
          <label for="message-words">Message to the requester</label>
        </h2>
        <textarea
          id="message-words"
          class="field"
          rows={4}
          value={words}
          aria-describedby="message-trouble"
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p id="message-trouble" class="trouble" role="alert">
          {trouble}
        </p>
        <div class="actions">
          <button type="submit" class="button primary">
            Send
          </button>
          <button type="button" class="button" onClick={() => props.close("")}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
};
