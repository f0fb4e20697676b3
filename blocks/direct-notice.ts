import type { types } from "@slack/bolt";
import type { DirectNotice } from "../src/domain/notice.ts";
import { actionRow, button, type Message, message, sections } from "./block.ts";
import { actions, runValue } from "./ids.ts";
import { code, count, counted, marked, mention, quoted, several, short } from "./text.ts";
import { whenText } from "./times.ts";
import { troubleLines } from "./trouble-lines.ts";

const checkedLines = (notice: Extract<DirectNotice, { type: "file-checked" }>): string[] => {
  const file = quoted(notice.fileName);
  if (notice.fatal !== null) {
    return [
      `*${file} cannot be used.* ${marked(notice.fatal, 600)}`,
      "*Next:* correct the file, then press Resume and give it again.",
    ];
  }
  return [
    notice.bad === 0
      ? `*${file} is checked:* all ${counted(notice.good, "row")} are good.`
      : `*${file} is checked:* ${count(notice.good)} good, ${counted(notice.bad, "bad row")}. Nothing was sent.`,
    "*Next:* press Resume to look at the result and go on.",
  ];
};

const invite = "invite me there with `/invite`; what was missed is told then.";

/** What helps against an error of Slack. */
const postingAdvice: { readonly [errorCode: string]: string } = {
  channel_not_found: invite,
  not_in_channel: invite,
  is_archived: "unarchive the channel and invite me; what was missed is told then.",
  msg_too_long: "look at the run's card: one message was too long and is left out.",
  msg_blocks_too_long: "look at the run's card: one message was too long and is left out.",
};

const lines = (notice: DirectNotice): string[] => {
  switch (notice.type) {
    case "file-checked":
      return checkedLines(notice);
    case "denied":
      return [
        `*Your request to open ${quoted(notice.name)} was denied* by ${mention(notice.by)}: ${short(notice.reason, 500)}`,
        "*Next:* change what is asked for, then press Request again on the run's card.",
      ];
    case "expiring":
      return [
        `*${quoted(notice.name)} closes soon:* ${whenText(notice.willExpire)}.`,
        "*Next:* let it close, or move the closing time on Toloka's page.",
      ];
    case "cannot-post":
      return [
        `*I cannot post about ${quoted(notice.name)} in its channel* (${short(notice.channelId, 40)}): Slack says ${code(notice.code, 80)}.`,
        `*Next:* ${postingAdvice[notice.code] ?? "tell whoever runs this bot; the run itself goes on."}`,
      ];
    case "toloka-silent":
      return [
        `*Toloka (${notice.environment}) does not answer* since ${whenText(notice.since)}. I cannot see ${counted(notice.pools, "open pool")} of yours: ${several(
          notice.names.map((name) => quoted(name)),
          5,
        )}.`,
        `*Next:* nothing to do; the crowd may be working on. I tell what happened when Toloka is back. code ${code(notice.code, 80)}`,
      ];
    case "toloka-back":
      return [
        `*Toloka (${notice.environment}) answers again.* It was silent from ${whenText(notice.since)}; what happened is told in the threads.`,
      ];
    case "needs-human":
      return [
        `*${quoted(notice.name)} is stopped* and needs you.`,
        ...troubleLines(notice.trouble),
      ];
  }
};

const titles: { readonly [T in DirectNotice["type"]]: string } = {
  "file-checked": "Your file is checked",
  denied: "Your request was denied",
  expiring: "A pool closes soon",
  "cannot-post": "I cannot post in a channel",
  "toloka-silent": "Toloka does not answer",
  "toloka-back": "Toloka answers again",
  "needs-human": "A run is stopped and needs you",
};

const subject = (notice: DirectNotice): string => {
  switch (notice.type) {
    case "file-checked":
      return notice.fileName;
    case "toloka-silent":
    case "toloka-back":
      return notice.environment;
    default:
      return notice.name;
  }
};

/** Brings the form back where it was left; who may have it is decided at the press. */
const resumeButton = (runId: string): types.Button =>
  button("Resume", actions.resumeDraft, runValue({ id: runId, version: 0 }), { style: "primary" });

/** A direct message to one person. */
export const directNotice = (notice: DirectNotice): Message =>
  message(`${titles[notice.type]}: ${short(subject(notice), 80)}`, [
    ...sections(lines(notice)),
    ...actionRow(notice.type === "file-checked" ? [resumeButton(notice.runId)] : []),
  ]);
