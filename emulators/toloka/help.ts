const LINES: readonly (readonly [string, string])[] = [
  ["/api/v1/...", "the requester API; Authorization: ApiKey KEY or OAuth KEY"],
  ["GET /_control/health", "is it up"],
  ["GET /_control/state", "counts and pools"],
  ["GET /_control/projects", "every project, with its pools counted"],
  ["GET /_control/operations?limit=N", "the newest operations"],
  ["GET /_control/pools/ID/tasks?from=N&limit=N", "its tasks and their answers"],
  ["GET /_control/ledger?since=N&limit=N", "every request of the API, in order"],
  ["GET /_control/outside", "what happened without a request"],
  ["GET /_control/clock", "virtual time"],
  ["POST /_control/clock/advance", '{"seconds": 60} or {"ms": 500}'],
  ["POST /_control/clock/freeze", "stop virtual time"],
  ["POST /_control/clock/run", '{"speed": 1}'],
  ["GET, POST, DELETE /_control/faults", '{"route": "POST /pools", "kind": "status", "times": 1}'],
  ["GET, POST /_control/settings", '{"operationDelayMs": 300, "balanceMode": "refuse-open"}'],
  ["POST /_control/balance", '{"balance": 12.5}'],
  ["POST /_control/pools/ID/open", "open it without asking"],
  ["POST /_control/pools/ID/close-with-reason", '{"reason": "NOT_ENOUGH_BALANCE"}'],
  ["POST /_control/pools/ID/complete", "close it as COMPLETED after its own delay"],
  ["POST /_control/pools/ID/edit", '{"patch": {"will_expire": "2030-01-01T00:00:00"}}'],
  ["POST /_control/pools/ID/add-tasks", '{"tasks": [{"input_values": {...}}]}'],
  ["GET /_control/webhooks", "every delivery of events to subscribers"],
  ["POST /_control/snapshots/save", "the whole account as JSON"],
  ["POST /_control/snapshots/load", "a saved account"],
  [
    "GET, POST /_control/crowd",
    '{"workers": 30, "seed": 1, "accuracy": [0.7, 0.95], "start": true}',
  ],
  ["POST /_control/crowd/start, /stop", "virtual Tolokers take work, or take no more"],
  ["POST /_control/truth", '{"answers": [{"task_id": "...", "output_values": {...}}]}'],
  [
    "GET, POST /_control/tolokers",
    '{"tolokers": [{"id": "...", "profile": {"languages": ["EN"]}}]}',
  ],
  [
    "POST /_control/skills",
    '{"name": "English"} of the platform, {"training": true} of a training',
  ],
  ["POST /_control/skills/ID/remove", "remove it as its owner does in Toloka's pages"],
  ["POST /_control/restrictions", '{"user_id": "..."}: a ban of the platform'],
  ["POST /_control/attachments", "a file in an answer, content in base64"],
  ["POST /_control/message-threads", '{"user_id": "...", "text": {"EN": "Why?"}}'],
  ["GET /_control/visitor/pools/ID", "a pool as the Toloker at the screen sees it"],
  ["GET, POST /_control/visitor/pools/ID/preview", '?suite=0, {"suite": 0, "answers": [{...}]}'],
  ["POST /_control/visitor/pools/ID/take", "the next suite for the Toloker at the screen"],
  ["POST /_control/visitor/work/ID/submit", '{"answers": [{"result": "boots"}]}'],
  ["POST /_control/visitor/work/ID/skip", "give it back"],
  ["GET /_control/charges", "every movement of money, in micro-dollars"],
  ["POST /_control/reset", "an empty account, clock and ledger"],
];

/** A plain page that names every address of the stand-in. */
export function helpPage(): string {
  const rows = LINES.map(([address, what]) => `<tr><td><code>${address}</code><td>${what}`);
  return [
    "<!doctype html><meta charset=utf-8><title>Toloka stand-in</title>",
    "<h1>Toloka stand-in</h1><p>Not Toloka: a copy of its requester API for tests.",
    `<table>${rows.join("\n")}</table>`,
    "",
  ].join("\n");
}
