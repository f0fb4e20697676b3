import type { Run } from "../src/domain/run.ts";
import { short } from "./text.ts";

/** A link of our own to a page whose address comes from the configuration; only words when it is not http(s). */
export const link = (address: string, words: string): string =>
  /^https?:\/\/[^\s<>|"`]{1,1000}$/.test(address)
    ? `<${address.replaceAll("&", "&amp;")}|${words}>`
    : short(address, 200);

/** Where a run's card stands in Slack, for people who are in its channel; null while there is none. */
export const cardAddress = (workspaceUrl: string, run: Run): string | null => {
  const place = `archives/${run.channelId}/p${run.rootTs?.replace(".", "") ?? ""}`;
  const isAddress =
    /^https:\/\/[\w.-]+\/$/.test(workspaceUrl) && /^archives\/[A-Z0-9]+\/p\d+$/.test(place);
  return isAddress ? `${workspaceUrl}${place}` : null;
};
