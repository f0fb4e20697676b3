import type { RunCard } from "../src/domain/card.ts";
import type { RunEvent, StoredEvent } from "../src/domain/event.ts";
import { actionRow, type Message, message, sections } from "./block.ts";
import { pauseButton } from "./card-buttons.ts";
import { environmentWord } from "./environment-word.ts";
import { runName } from "./run-summary.ts";
import { short } from "./text.ts";
import { eventLines } from "./thread/event-lines.ts";
import { eventTitles } from "./thread/event-titles.ts";

/** Events after which money may be running that nobody here agreed to. */
const isAlarm = (event: RunEvent): boolean =>
  event.type === "opened-outside" || event.type === "reopened";

/** A reply in the run's thread, for one stored event. */
export const threadMessage = (card: RunCard, { event }: StoredEvent): Message =>
  message(
    `[${environmentWord(card.run.environment)}] ${short(runName(card.run), 80)}: ${eventTitles[event.type]}`,
    [
      ...sections(eventLines(card, event)),
      ...actionRow(isAlarm(event) ? [pauseButton(card.run)] : []),
    ],
  );
