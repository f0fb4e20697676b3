import { Icon } from "../ui/icon.tsx";
import { isObject, type JsonObject, textOf } from "../ui/json.ts";

const isShipped = (url: string): boolean => url.startsWith("/") || url.startsWith("data:");

/** A picture; one from outside is named instead of loaded, because nothing leaves this machine. */
export const Picture = (props: { readonly image: JsonObject }) => {
  const { image } = props;
  const file = isObject(image.slack_file) ? textOf(image.slack_file.url) : "";
  const url = textOf(image.image_url) || file;
  const alt = textOf(image.alt_text);
  return isShipped(url) ? (
    <img class="picture" src={url} alt={alt} />
  ) : (
    <span class="picture absent" role="img" aria-label={alt} title={url}>
      <Icon name="picture" /> {alt}
    </span>
  );
};
