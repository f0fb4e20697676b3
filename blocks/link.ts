import { short } from "./text.ts";

/** A link of our own to a page whose address comes from the configuration; only words when it is not http(s). */
export const link = (address: string, words: string): string =>
  /^https?:\/\/[^\s<>|"`]{1,1000}$/.test(address)
    ? `<${address.replaceAll("&", "&amp;")}|${words}>`
    : short(address, 200);
