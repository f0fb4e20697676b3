import { isObject, textOf } from "../ui/json.ts";
import { emojiNamed } from "./emoji.ts";
import type { Directory } from "./host.ts";
import { Mrkdwn } from "./mrkdwn.tsx";

/** Plain text with its emoji drawn. */
export const plain = (text: unknown): string =>
  textOf(isObject(text) ? text.text : text).replace(
    /:([a-z0-9_+-]+):/g,
    (whole, name: string) => emojiNamed(name) ?? whole,
  );

/** A text object, plain or mrkdwn. */
export const Text = (props: { readonly text: unknown; readonly directory: Directory }) => {
  const { text, directory } = props;
  if (!isObject(text)) return null;
  return text.type === "mrkdwn" ? (
    <Mrkdwn text={textOf(text.text)} directory={directory} />
  ) : (
    <span class="lines">{plain(text)}</span>
  );
};
