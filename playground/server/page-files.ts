import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { gallery } from "../gallery/gallery.ts";

/** What is served as it is, by path: task files for newcomers and drawings of shoes. */
const shipped: readonly (readonly [string, URL])[] = [
  ["/samples", new URL("../samples/", import.meta.url)],
  ["/pictures", new URL("../pictures/", import.meta.url)],
];

const root: string = fileURLToPath(new URL("../page", import.meta.url));

const pages = ["index", "gallery", "toloker"] as const;

/** A file of the page as a browser gets it. */
export type PageFile = { readonly type: string; readonly body: string | Uint8Array };

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";

const filesOf = async (path: string, folder: URL): Promise<[string, PageFile][]> =>
  Promise.all(
    (await readdir(folder)).map(async (name): Promise<[string, PageFile]> => {
      const body = await readFile(new URL(name, folder));
      return [`${path}/${name}`, { type: typeOf(name), body }];
    }),
  );

/**
 * Builds the page in memory, by path such as `/index.html`, and reads what is shipped; nothing is written to the disk. Takes a second
 * or two, while the bot starts.
 */
export const buildPage = async (): Promise<ReadonlyMap<string, PageFile>> => {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      write: false,
      target: "es2024",
      rolldownOptions: { input: pages.map((name) => `${root}/${name}.html`) },
    },
  });
  if (!("output" in built)) throw new Error("the page was not built as one bundle");
  const page = built.output.map((file): [string, PageFile] => [
    `/${file.fileName}`,
    { type: typeOf(file.fileName), body: file.type === "chunk" ? file.code : file.source },
  ]);
  const files = await Promise.all(shipped.map(([path, folder]) => filesOf(path, folder)));
  const shown: PageFile = { type: "application/json", body: JSON.stringify(gallery()) };
  return new Map([...page, ...files.flat(), ["/gallery.json", shown]]);
};
