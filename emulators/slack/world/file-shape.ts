import type { JsonObject } from "../json.ts";
import type { StoredFile } from "./entities.ts";
import type { World } from "./world.ts";

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
  jsonl: "application/jsonl",
  txt: "text/plain",
  md: "text/markdown",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
  zip: "application/zip",
};

/** A file object. Its addresses need the bot's token. */
export function fileShape(world: World, file: StoredFile, baseUrl: string): JsonObject {
  const extension = file.name.includes(".") ? (file.name.split(".").at(-1) ?? "") : "";
  const filetype = extension.toLowerCase();
  const address = `${baseUrl}/files-pri/${world.team.id}-${file.id}`;
  const inPublic = [...file.channels].filter((id) => world.channels.get(id)?.kind === "public");
  return {
    id: file.id,
    created: file.createdSeconds,
    timestamp: file.createdSeconds,
    name: file.name,
    title: file.title,
    mimetype: MIME_TYPES[filetype] ?? "application/octet-stream",
    filetype: filetype === "" ? "binary" : filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: world.team.id,
    editable: false,
    size: file.size,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: inPublic.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${baseUrl}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    has_rich_preview: false,
    file_access: "visible",
    channels: inPublic,
    groups: [...file.channels].filter((id) => world.channels.get(id)?.kind === "private"),
    ims: [...file.channels].filter((id) => world.channels.get(id)?.kind === "im"),
    comments_count: 0,
  };
}
