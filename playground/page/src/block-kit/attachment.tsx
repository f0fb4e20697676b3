import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { Blocks } from "./blocks.tsx";
import type { BlocksHost } from "./host.ts";
import { Mrkdwn } from "./mrkdwn.tsx";

/** An attachment: its blocks or texts beside a bar of its colour. */
export const Attachment = (props: {
  readonly attachment: JsonObject;
  readonly host: BlocksHost;
}) => {
  const { attachment, host } = props;
  const color = /^#?[0-9a-f]{6}$/i.test(textOf(attachment.color))
    ? `#${textOf(attachment.color).replace("#", "")}`
    : "var(--line)";
  const texts = ["pretext", "title", "text", "footer"]
    .map((name) => textOf(attachment[name]))
    .filter((text) => text !== "");
  return (
    <div class="attachment" style={`border-left-color: ${color}`}>
      {texts.map((text) => (
        <div key={text}>
          <Mrkdwn text={text} directory={host.directory} />
        </div>
      ))}
      <Blocks blocks={objectsOf(attachment.blocks)} host={host} />
    </div>
  );
};
