import { request } from "node:http";
import { parsedJson } from "../json.ts";

/** How an app answered one request. `body` is parsed JSON, else text; null when it was empty. */
export type Answer = {
  outcome: "acked" | "refused" | "timeout" | "unreachable";
  status: number | null;
  ackMs: number;
  body: unknown;
  /** `x-slack-no-retry: 1` was set. */
  noRetry: boolean;
};

/** A request as it goes over the line. */
export type RawRequest = { headers: Record<string, string>; rawBody: string };

/**
 * Posts to the app over a connection of its own, so that an app that was restarted is reached again.
 * After `timeoutMs` the connection is cut, as Slack does.
 */
export function httpPost(url: string, raw: RawRequest, timeoutMs: number): Promise<Answer> {
  const started = performance.now();
  const elapsed = () => Math.round((performance.now() - started) * 1000) / 1000;
  return new Promise((resolve) => {
    const failed = (outcome: "timeout" | "unreachable"): void => {
      clearTimeout(timer);
      resolve({ outcome, status: null, ackMs: elapsed(), body: null, noRetry: false });
      outgoing.destroy();
    };
    const timer = setTimeout(() => failed("timeout"), timeoutMs);
    const outgoing = request(
      url,
      {
        method: "POST",
        agent: false,
        headers: {
          ...raw.headers,
          "content-length": String(Buffer.byteLength(raw.rawBody)),
          "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", () => failed("unreachable"));
        incoming.on("end", () => {
          clearTimeout(timer);
          const status = incoming.statusCode ?? 0;
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({
            outcome: status >= 200 && status < 300 ? "acked" : "refused",
            status,
            ackMs: elapsed(),
            body: text === "" ? null : (parsedJson(text) ?? text),
            noRetry: incoming.headers["x-slack-no-retry"] === "1",
          });
        });
      },
    );
    outgoing.on("error", () => failed("unreachable"));
    outgoing.end(raw.rawBody);
  });
}
