import { createServer, type ServerResponse } from "node:http";
import type { Finding } from "./probe.ts";

/** What the pages of the health port show. */
export type HealthPages = {
  /** The longest stall of the main loop in the last ten seconds, in milliseconds. */
  readonly stallMs: () => number;
  readonly findings: () => Promise<readonly Finding[]>;
  /** Metrics in Prometheus' text form. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
};

/** Where the health port listens. */
export type HealthServer = {
  readonly port: number;
  close(): Promise<void>;
};

/** Only programs on the same machine (or in the same pod or container) may ask. */
const host = "127.0.0.1";

/** A loop that was held up for this long, in milliseconds, is not alive. */
const longestStallMs = 5_000;

const answer = (response: ServerResponse, status: number, type: string, text: string): void => {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(text);
};

const json = (response: ServerResponse, status: number, body: object): void =>
  answer(response, status, "application/json", `${JSON.stringify(body)}\n`);

const show = async (pages: HealthPages, path: string, response: ServerResponse): Promise<void> => {
  if (path === "/livez") {
    const loopStallMs = pages.stallMs();
    const alive = loopStallMs < longestStallMs;
    json(response, alive ? 200 : 503, { alive, loopStallMs });
  } else if (path === "/readyz") {
    const findings = await pages.findings();
    const causes = findings.filter(({ ok }) => !ok).map(({ name, why }) => `${name}: ${why}`);
    const ready = causes.length === 0;
    json(response, ready ? 200 : 503, { ready, causes, checks: findings });
  } else if (path === "/metrics") {
    const { type, text } = await pages.metrics();
    answer(response, 200, type, text);
  } else {
    json(response, 404, { pages: ["/livez", "/readyz", "/metrics"] });
  }
};

/** Serves the pages on a loopback port; 0 takes a free one. Rejects when the port cannot be listened on. */
export const startHealthServer = (port: number, pages: HealthPages): Promise<HealthServer> => {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    show(pages, (request.url ?? "").split("?", 1)[0] ?? "", response).catch(() =>
      json(response, 500, { error: "this page cannot be shown now" }),
    );
  });
  const { promise, resolve, reject } = Promise.withResolvers<HealthServer>();
  server.once("error", reject);
  server.listen(port, host, () => {
    const address = server.address();
    resolve({
      port: typeof address === "object" && address !== null ? address.port : port,
      close: async () => {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    });
  });
  return promise;
};
