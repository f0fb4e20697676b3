import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A modal dialog of the browser: it keeps the focus inside and gives it back; Escape asks to close it. */
export const Dialog = (props: {
  readonly label: string;
  readonly class: string;
  /** Where the focus is first: on the first button, or on nothing unless a field asks for it. */
  readonly focus?: "none";
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    if (props.focus === "none" && shown?.querySelector("[autofocus]") === null) {
      // The browser would put it on the first button, which closes the dialog.
      shown.tabIndex = -1;
      shown.focus();
    }
    return () => {
      shown?.close();
      // The browser gives the focus back only while the dialog is still part of the page.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={props.class}
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
    >
      {props.children}
    </dialog>
  );
};
