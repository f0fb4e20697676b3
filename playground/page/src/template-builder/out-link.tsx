import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { useTask } from "./task-context.ts";

type OutLinkProps = {
  readonly url: string;
  readonly children: ComponentChild;
  readonly isButton?: boolean;
};

/** A link that opens nothing: it counts as followed and says where it would lead. */
export const OutLink = ({ url, children, isButton = false }: OutLinkProps) => {
  const { task } = useTask();
  const [words, setWords] = useState("");
  const isFollowed = task.isFollowed(url);
  const style = isButton ? "button" : `tb-link${isFollowed ? " tb-followed" : ""}`;
  return (
    <>
      <button type="button" class={style} title={url} onClick={() => setWords(task.follow(url))}>
        {children}
      </button>
      <span role="status" class="tb-note">
        {words}
      </span>
    </>
  );
};
