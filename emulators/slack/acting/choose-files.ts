import { type JsonObject, textsOf } from "../json.ts";
import { fileShape } from "../world/file-shape.ts";
import { ActError } from "./act-error.ts";
import type { Actor } from "./actor.ts";

/** A file element takes files of up to 10 MB. */
const LARGEST_FILE_BYTES = 10_000_000;
const MOST_FILES = 10;

/** Files of this person by name or id, as a file element holds them. Throws what the element refuses. */
export function chosenFiles(actor: Actor, element: JsonObject, names: string[]): JsonObject[] {
  const max = typeof element.max_files === "number" ? element.max_files : MOST_FILES;
  if (names.length > max) {
    throw new ActError("too_many", `The field takes ${max} files, not ${names.length}`);
  }
  const types = textsOf(element.filetypes);
  return names.map((name) => chosenFile(actor, types, name));
}

/** The newest file of a name counts. */
function chosenFile(actor: Actor, types: string[], nameOrId: string): JsonObject {
  const { workspace, user } = actor;
  const own = [...workspace.world.files.values()].filter((file) => file.user === user.id);
  const file = own.findLast(({ id, name }) => id === nameOrId || name === nameOrId);
  if (file === undefined) {
    throw new ActError("no_such_file", `${user.name} has no file ${nameOrId}`);
  }
  const extension = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (types.length > 0 && !types.includes(extension)) {
    throw new ActError("file_type", `The field takes ${types.join(", ")}, not ${file.name}`);
  }
  if (file.size > LARGEST_FILE_BYTES) {
    throw new ActError("file_too_large", `${file.name} has ${file.size} bytes`);
  }
  return fileShape(workspace.world, file, workspace.baseUrl());
}
