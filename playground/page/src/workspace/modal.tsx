import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "../block-kit/blocks.tsx";
import type { BlocksHost } from "../block-kit/host.ts";
import { plain } from "../block-kit/text.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import type { ViewFacts } from "./answers.ts";

/** A modal of the app; the ones below it in the stack are not drawn, as in Slack. */
export const Modal = (props: {
  readonly view: ViewFacts;
  readonly depth: number;
  readonly host: BlocksHost;
  readonly appName: string;
  readonly submit: () => Promise<void>;
  readonly close: (all: boolean) => void;
}) => {
  const { view, depth, host, close } = props;
  const [isBusy, setBusy] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  // After a submission the first wrong field gets the focus, once: never while somebody types.
  const looksForWrong = useRef(false);
  const wrong = Object.keys(view.errors).join(" ");
  useEffect(() => {
    if (wrong === "" || !looksForWrong.current) return;
    looksForWrong.current = false;
    const field = body.current?.querySelector(".input.wrong input, .input.wrong textarea");
    if (field instanceof HTMLElement) field.focus();
  }, [wrong]);
  const submit = async (): Promise<void> => {
    setBusy(true);
    looksForWrong.current = true;
    try {
      await props.submit();
    } finally {
      setBusy(false);
    }
  };
  const title = plain(view.title);
  return (
    <Dialog label={title} class="modal" focus="none" onCancel={() => close(false)}>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit !== null && !isBusy) void submit();
        }}
        onInput={() => {
          looksForWrong.current = false;
        }}
      >
        <header>
          <span class="modal-app" aria-hidden="true">
            <Icon name="ring" size={20} />
          </span>
          <h2>{title}</h2>
          <small>{depth > 1 ? `${depth} of 3 views` : props.appName}</small>
          <button
            type="button"
            class="button quiet"
            aria-label="Close all"
            onClick={() => close(true)}
          >
            ✕
          </button>
        </header>
        <div class="modal-body" key={title} ref={body}>
          {view.trouble !== null && (
            <p class="trouble" role="alert">
              {view.trouble}
            </p>
          )}
          <Blocks blocks={view.blocks} host={host} />
        </div>
        <footer>
          <button type="button" class="button" onClick={() => close(false)}>
            {view.close === null ? "Close" : plain(view.close)}
          </button>
          {view.submit !== null && (
            <button type="submit" class="button primary" disabled={isBusy}>
              {isBusy && <span class="spinner" aria-hidden="true" />}
              {plain(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
};
