import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { gallery } from "../gallery/gallery.ts";

/** Task files for newcomers, served as they are below `/samples`. */
const samples: URL = new URL("../samples/", import.meta.url);

const root: string = fileURLToPath(new URL("../page", import.meta.url));

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

/**
 * Builds the page in memory, by path such as `/index.html`, and reads the samples; nothing is written to the disk. Takes a second
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
      rolldownOptions: { input: [`${root}/index.html`, `${root}/gallery.html`] },
    },
  });
  if (!("output" in built)) throw new Error("the page was not built as one bundle");
  const page = built.output.map((file): [string, PageFile] => [
    `/${file.fileName}`,
    { type: typeOf(file.fileName), body: file.type === "chunk" ? file.code : file.source },
  ]);
  const names = await readdir(samples);
  const files = names.map(async (name): Promise<[string, PageFile]> => {
    return [
      `/samples/${name}`,
      { type: typeOf(name), body: await readFile(new URL(name, samples)) },
    ];
  });
  const shown: PageFile = { type: "application/json", body: JSON.stringify(gallery()) };
  return new Map([...page, ...(await Promise.all(files)), ["/gallery.json", shown]]);
};
