import { type JsonObject, textOf } from "../ui/json.ts";
import { OutLink } from "./mrkdwn.tsx";
import { Picture } from "./picture.tsx";
import { plain } from "./text.tsx";

/** A video as its title, author and still; it is not played, because nothing is loaded from outside. */
export const Video = ({ block }: { readonly block: JsonObject }) => {
  const title = plain(block.title);
  const by = [textOf(block.author_name), textOf(block.provider_name)].filter((name) => name !== "");
  return (
    <div class="video">
      {by.length > 0 && <small>{by.join(" · ")}</small>}
      <strong>
        {block.title_url === undefined ? (
          title
        ) : (
          <OutLink url={textOf(block.title_url)}>{title}</OutLink>
        )}
      </strong>
      {block.description !== undefined && <span>{plain(block.description)}</span>}
      <Picture image={{ image_url: block.thumbnail_url, alt_text: block.alt_text }} />
    </div>
  );
};
