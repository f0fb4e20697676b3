import { directNotice } from "../../../blocks/direct-notice.ts";
import type { DirectNotice } from "../../../src/domain/notice.ts";
import { notices } from "../events.ts";
import { type Exhibit, message, type Section } from "../exhibit.ts";
import { quietTrouble } from "../run-samples.ts";

const told = (name: string, notice: DirectNotice): Exhibit => message(name, directNotice(notice));

const { "file-checked": checked, "cannot-post": cannotPost } = notices;

/** Errors of Slack that the bot has advice for, and one that it has none for. */
const codes = ["channel_not_found", "is_archived", "msg_too_long", "restricted_action"] as const;

/** What one person is told alone. */
export const directSection: Section = {
  title: "Direct messages",
  exhibits: [
    ...Object.values(notices).map((notice) => told(notice.type, notice)),
    told("file-checked, all good", { ...checked, bad: 0 }),
    told("file-checked, of no use", { ...checked, fatal: "It has no header. Row 1 is empty." }),
    ...codes.map((code) => told(`cannot-post, ${code}`, { ...cannotPost, code })),
    told("toloka-silent, many pools", {
      ...notices["toloka-silent"],
      ...{ names: ["Shoes", "Boots", "Sandals", "Hats", "Bags", "Belts"], pools: 9 },
    }),
    told("needs-human without a code", { ...notices["needs-human"], trouble: quietTrouble }),
  ],
};
