import { useRef, useState } from "preact/hooks";
import { z } from "zod";
import { usePoll } from "../toloka/use-poll.ts";
import { isObject, type JsonObject, textOf } from "../ui/json.ts";

const entriesSchema = z.object({
  entries: z.array(z.looseObject({ seq: z.number(), at: z.string(), kind: z.string() })),
});
type Entry = z.infer<typeof entriesSchema>["entries"][number];

const json = (value: unknown): string => JSON.stringify(value, null, 2) ?? "";

/** One line for each kind of entry: who spoke, what, and how it went. */
const headline = (
  entry: Entry,
): { readonly words: string; readonly note: string; readonly isGood: boolean } => {
  const bytes = `${String(entry.bytes ?? "")} bytes`;
  switch (entry.kind) {
    case "delivery":
      return {
        words: `→ bot  ${textOf(entry.type)}`,
        note: `${textOf(entry.outcome)} in ${Math.round(Number(entry.ackMs))} ms`,
        isGood: entry.outcome === "acked",
      };
    case "api":
      return {
        words: `← bot  ${textOf(entry.method)}`,
        note: entry.ok === true ? "ok" : textOf(entry.error),
        isGood: entry.ok === true,
      };
    case "response_url":
      return {
        words: "← bot  response_url",
        note: `use ${String(entry.use)}`,
        isGood: entry.ok === true,
      };
    case "violation":
      return {
        words: `refused  ${textOf(entry.where)}`,
        note: "Slack would not take this",
        isGood: false,
      };
    default:
      return { words: entry.kind, note: bytes, isGood: true };
  }
};

const parts = (entry: Entry): readonly (readonly [string, unknown])[] => {
  const members: JsonObject = entry;
  return ["messages", "payload", "ackBody", "args", "response", "body"].flatMap((name) =>
    members[name] === undefined || members[name] === null ? [] : [[name, members[name]] as const],
  );
};

const kinds = ["all", "delivery", "api", "violation"] as const;

/** What passed between Slack and the bot, the newest first. */
export const Inspector = () => {
  const kept = useRef<readonly Entry[]>([]);
  const [kind, setKind] = useState<(typeof kinds)[number]>("all");
  const { data } = usePoll(async () => {
    const since = kept.current.at(-1)?.seq ?? 0;
    const response = await fetch(`/slack/_control/ledger?since=${since}`);
    const { entries } = entriesSchema.parse(await response.json());
    kept.current = [...kept.current, ...entries].slice(-400);
    return kept.current;
  });
  const list = (data ?? [])
    .filter((entry) => kind === "all" || entry.kind === kind)
    .slice(-60)
    .toReversed();
  return (
    <div class="inspector">
      <p class="quiet-text">
        Signed requests of Slack to the bot, and the bot's calls. All signatures are made with this
        playground's secret.
      </p>
      <label>
        Show{" "}
        <select
          value={kind}
          onChange={(event) =>
            setKind(kinds.find((each) => each === event.currentTarget.value) ?? "all")
          }
        >
          {kinds.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {list.map((entry) => {
        const { words, note, isGood } = headline(entry);
        return (
          <details class="entry" key={entry.seq}>
            <summary>
              {words} <span class={isGood ? "good" : "bad"}>{note}</span>
            </summary>
            {parts(entry).map(([name, value]) => (
              <div key={name}>
                <small>{name}</small>
                <pre>{isObject(value) || Array.isArray(value) ? json(value) : String(value)}</pre>
              </div>
            ))}
          </details>
        );
      })}
    </div>
  );
};
