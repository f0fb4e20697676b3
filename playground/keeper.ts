import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

type Json = { [key: string]: unknown };

/** Something whose state can be taken out and put back. */
type Kept = { saveSnapshot(): Promise<Json>; loadSnapshot(snapshot: Json): Promise<void> };

/** Keeps the stand-ins' states in files `NAME.json` of a folder. */
export type Keeper = {
  /** Puts back what the files hold; nothing where there is no file yet. */
  load(): Promise<void>;
  /** Begins to save every few seconds. */
  begin(): void;
  /** Saves a last time. */
  end(): Promise<void>;
};

/** How often the states are saved, in milliseconds. */
const everyMs = 4000;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const parsed = (text: string, file: string): Json => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is no saved state; --reset begins anew`, { cause });
  }
};

/** A file is whole at every moment: the new text is on the disk before it takes the old one's name. */
const replaceFile = async (file: string, text: string): Promise<void> => {
  const handle = await open(`${file}.new`, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
};

/** A keeper for `kept` by name; `onTrouble` hears of a save in between that failed. */
export const createKeeper = (
  folder: string,
  kept: { readonly [name: string]: Kept },
  onTrouble: (message: string) => void,
): Keeper => {
  const last = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> = Promise.resolve();
  const saveOne = async (name: string, from: Kept): Promise<void> => {
    const text = JSON.stringify(await from.saveSnapshot());
    if (text === last.get(name)) return;
    await replaceFile(join(folder, `${name}.json`), text);
    last.set(name, text);
  };
  const save = async (): Promise<void> => {
    for (const [name, from] of Object.entries(kept)) await saveOne(name, from);
  };
  const saveLater = (): void => {
    timer = setTimeout(() => {
      saving = save().catch((error: unknown) => onTrouble(`not saved: ${String(error)}`));
      void saving.then(() => timer !== undefined && saveLater());
    }, everyMs);
  };
  return {
    async load() {
      await mkdir(folder, { recursive: true });
      for (const [name, to] of Object.entries(kept)) {
        const file = join(folder, `${name}.json`);
        try {
          await to.loadSnapshot(parsed(await readFile(file, "utf8"), file));
        } catch (error) {
          if (!isMissing(error)) throw error;
        }
      }
    },
    begin: saveLater,
    async end() {
      clearTimeout(timer);
      timer = undefined;
      await saving;
      await save();
    },
  };
};
