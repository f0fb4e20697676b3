import { threadMessage } from "../../blocks/thread-message.ts";
import type { RunCard } from "../../src/domain/card.ts";
import type { RunEvent } from "../../src/domain/event.ts";
import { type Exhibit, message } from "./exhibit.ts";
import { full } from "./run-samples.ts";
import { card, stored } from "./samples.ts";

/** What a run's thread is told about an event. */
export const told = (name: string, event: RunEvent, facts: RunCard = card(full)): Exhibit =>
  message(name, threadMessage(facts, stored(event)));
