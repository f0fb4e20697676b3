import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from "node:http";

/** One call of the bot to a stand-in. */
export type TappedCall = {
  readonly service: "toloka" | "slack";
  /** Such as `POST /pools/:id/open`, `GET /pools?project_id` or `chat.postMessage`. */
  readonly name: string;
  /** How often this name came before, since the last `begin`. */
  readonly nth: number;
};

/**
 * When the bot dies in a call: before it is sent on (it never arrives), after its effect (no answer comes),
 * once it was answered, or before it is sent on, and it lands all the same `lateMs` after the death.
 */
export const moments = ["before", "after", "answered", "late"] as const;
export type Moment = (typeof moments)[number];

/** What happens to a call: a pause before it is sent on (also when its sender dies meanwhile), a death. */
type Treatment = { readonly delayMs?: number; readonly crash?: Moment };

/** Stands between the bot and the stand-ins, writes down every call and can end the bot in it. */
export type Tap = {
  /** For `WorldOptions.between`. */
  between(apis: { readonly toloka: string; readonly slack: string }): { [name: string]: string };
  /** Forgets the calls so far and treats the next ones so. */
  begin(treat: (call: TappedCall) => Treatment): void;
  calls(): readonly TappedCall[];
  close(): Promise<void>;
};

const nameOf = (service: TappedCall["service"], method: string, url: URL): string => {
  if (service === "slack") return url.pathname.replace(/^\/api\//, "");
  const path = url.pathname
    .replace(/^\/api\/v1/, "")
    .replace(/\/(\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=\/|$)/g, "/:id");
  const told = [...url.searchParams.keys()].filter((key) => !/^(limit|sort|id_gt)$/.test(key));
  return `${method} ${path}${told.length === 0 ? "" : `?${told.toSorted().join("&")}`}`;
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** Sends a request on to where it was meant for. */
const forward = (target: URL, incoming: IncomingMessage, body: Buffer): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { connection: _connection, host: _host, ...headers } = incoming.headers;
    const sent = request(target, { method: incoming.method, headers }, (answer) => {
      bodyOf(answer).then(
        (read) =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }),
        reject,
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });

/** Starts a tap. `crash` ends the bot at once; `lateMs` is when late calls land after that. */
export const startTap = async (settings: {
  readonly crash: () => void;
  readonly lateMs: number;
}): Promise<Tap> => {
  const origins = { toloka: "", slack: "" };
  const ports = { toloka: 0, slack: 0 };
  let calls: TappedCall[] = [];
  let treat: (call: TappedCall) => Treatment = () => ({});

  const serve = (service: TappedCall["service"]): Server =>
    createServer((incoming, outgoing) => {
      const handle = async (): Promise<void> => {
        const body = await bodyOf(incoming);
        const target = new URL(incoming.url ?? "/", origins[service]);
        const name = nameOf(service, incoming.method ?? "", target);
        const call = { service, name, nth: calls.filter((each) => each.name === name).length };
        calls.push(call);
        const { delayMs, crash } = treat(call);
        if (crash === "before" || crash === "late") settings.crash();
        if (crash === "before") return;
        if (crash === "late") await pause(settings.lateMs);
        if (delayMs !== undefined) await pause(delayMs);
        const answer = await forward(target, incoming, body);
        if (crash === "after") settings.crash();
        if (crash !== undefined && crash !== "answered") return;
        // Addresses of files lead through the tap as well.
        const own = `http://127.0.0.1:${ports[service]}`;
        const isJson = String(answer.headers["content-type"]).includes("json");
        const shown = isJson
          ? Buffer.from(answer.body.toString().replaceAll(origins[service], own))
          : answer.body;
        const { "transfer-encoding": _chunks, ...headers } = answer.headers;
        if (shown.length > 0) headers["content-length"] = String(shown.length);
        outgoing.writeHead(answer.status, headers);
        outgoing.end(shown, () => {
          if (crash === "answered") settings.crash();
        });
      };
      handle().catch(() => outgoing.destroy());
    });

  const servers = { toloka: serve("toloka"), slack: serve("slack") };
  ports.toloka = await listen(servers.toloka);
  ports.slack = await listen(servers.slack);
  return {
    between: (apis) => {
      origins.toloka = new URL(apis.toloka).origin;
      origins.slack = new URL(apis.slack).origin;
      return {
        TOLOKA_SANDBOX_URL: `http://127.0.0.1:${ports.toloka}${new URL(apis.toloka).pathname}`,
        SLACK_API_URL: `http://127.0.0.1:${ports.slack}${new URL(apis.slack).pathname}`,
      };
    },
    begin: (next) => {
      calls = [];
      treat = next;
    },
    calls: () => calls,
    close: async () => {
      for (const server of Object.values(servers)) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};
