import { endlessList } from "./errors.ts";

/** A page of a list that is sorted by id. */
export type Page<Item> = { readonly items: readonly Item[]; readonly has_more: boolean };

/** Items a page; the most that Toloka gives. */
export const pageLimit = 300;

/** More pages than any account can fill. */
const mostPages = 100_000;

const isDecimal = (id: string): boolean => /^\d+$/.test(id);

/** Whether the list came back to where it was. Only decimal ids have an order known here. */
const isBack = (after: string, last: string): boolean =>
  after === last || (isDecimal(after) && isDecimal(last) && BigInt(last) <= BigInt(after));

/**
 * Reads a list to its end, page by page: `readPage` gets the last id of the page before, null at first.
 * Empty pages are not given out. Throws TolokaError PAGE_REPEATS when a page does not lead on, and
 * TOO_MANY_PAGES after `most` pages, instead of going on for ever.
 */
export async function* pages<Item extends { readonly id: string }>(
  path: string,
  readPage: (after: string | null) => Promise<Page<Item>>,
  most = mostPages,
): AsyncGenerator<readonly Item[]> {
  const ends = new Set<string>();
  let after: string | null = null;
  for (let count = 0; count < most; count += 1) {
    const page: Page<Item> = await readPage(after);
    const last: string | undefined = page.items.at(-1)?.id;
    if (last === undefined) {
      if (page.has_more)
        throw endlessList(path, "PAGE_REPEATS", "more is promised on an empty page");
      return;
    }
    const previous = after;
    if (
      ends.has(last) ||
      (previous !== null && page.items.some(({ id }) => isBack(previous, id)))
    ) {
      throw endlessList(path, "PAGE_REPEATS", `the page after ${previous} does not lead on`);
    }
    ends.add(last);
    yield page.items;
    if (!page.has_more) return;
    after = last;
  }
  throw endlessList(path, "TOO_MANY_PAGES", `more than ${most} pages`);
}
