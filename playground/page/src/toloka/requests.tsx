import { useRef } from "preact/hooks";
import { type TolokaRequest, toloka } from "./client.ts";
import { usePoll } from "./use-poll.ts";

/** So many of the newest requests are shown. */
const shown = 40;

const json = (value: unknown): string => JSON.stringify(value, null, 2) ?? "";

const isRead = ({ method, path }: TolokaRequest): boolean =>
  method === "GET" && /\/(?:pools|requester)$/.test(path);

/** What the bot asked of Toloka, the newest first; the regular looks at the pools are left out. */
export const Requests = () => {
  const kept = useRef<readonly TolokaRequest[]>([]);
  const { data } = usePoll(async () => {
    const since = kept.current.at(-1)?.seq ?? 0;
    const fresh = await toloka.requests(since);
    kept.current = [...kept.current, ...fresh].slice(-400);
    return kept.current;
  });
  const list = (data ?? [])
    .filter((request) => !isRead(request))
    .slice(-shown)
    .toReversed();
  return (
    <section aria-label="Requests to Toloka">
      <h3>Requests</h3>
      {list.length === 0 && <p class="quiet-text">None yet.</p>}
      {list.map((request) => (
        <details key={request.seq} class="entry">
          <summary>
            <code>{request.method}</code> {request.path.replace("/api/v1", "")}{" "}
            <span class={request.status !== null && request.status < 300 ? "good" : "bad"}>
              {request.status ?? "no answer"}
            </span>
            {request.fault !== null && <em> {request.fault}</em>}
          </summary>
          <pre>{json(request.body)}</pre>
          <pre>{json(request.response)}</pre>
        </details>
      ))}
    </section>
  );
};
