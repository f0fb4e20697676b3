import { channel } from "node:diagnostics_channel";
import { createServer, type Server } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";
import { createFileSource } from "../../src/slack/file-source.ts";
import { slackAddress } from "../../src/slack/slack-hosts.ts";
import { uploadText } from "../../src/slack/upload-text.ts";
import { SlackFailure } from "../../src/use-cases/ports.ts";

const botToken = "xoxb-canary-token";

/** Hosts that are not Slack's, in all the ways to write them. */
const hosts = [
  ...["evil.example", "slack.com.evil.example", "evilslack.com", "slack.com@evil.example"],
  ...["files.slack.com:x@evil.example", "evil.example#slack.com", "evil.example\\.slack.com"],
  ...["evil.example/.slack.com", "evil.example?.slack.com", "slack.com.", "xn--slck-5na.com"],
  ...["127.0.0.1:1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::1]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "169.254.169.254", "10.0.0.1", "localhost:1"],
  ...["metadata.google.internal", "slack.com:22", "files.slack.com:8080", "ⓔvil.example"],
  ...["user@files.slack.com", "user:password@slack.com", "slack.com%2eevil.example"],
];

/** Over 200 hostile addresses. */
const hostile = [
  ...["https", "http", "ftp", "ws", "wss", "HTTPS", "gopher"].flatMap((scheme) =>
    hosts.map((host) => `${scheme}://${host}/files-pri/T1-F1/a.csv`),
  ),
  ...["file:///etc/passwd", "data:text/csv,a", "blob:https://slack.com/1", "javascript:1"],
  ...[
    "//evil.example/a",
    "/etc/passwd",
    "",
    "https://",
    "https:///evil.example",
    "http://slack.com/a",
  ],
  ...["https://evil.example/\r\nHost: slack.com", "https://evil.example\u0000.slack.com/a"],
];

describe("addresses that a file, an upload or a setting may name", () => {
  let api: Server;
  let foreign: Server;
  let apiUrl = "";
  let address = "";
  const met: string[] = [];
  const ports = new Set<number>();
  const portOf = (server: Server): number => {
    const at: AddressInfo | string | null = server.address();
    if (at === null || typeof at === "string") throw new Error("no port");
    return at.port;
  };
  /** Every connection that this process opens is seen here, whoever opens it. */
  const onSocket = (message: unknown): void => {
    const socket = Object(message).socket;
    if (!(socket instanceof Socket)) return;
    socket.once("connect", () => ports.add(socket.remotePort ?? 0));
    socket.once("error", () => ports.add(-1));
  };
  beforeAll(async () => {
    foreign = createServer((request, response) => {
      met.push(request.headers.authorization ?? "without a token");
      response.end("image\nx\n");
    });
    api = createServer((request, response) => {
      if (request.url?.startsWith("/redirect")) {
        response.writeHead(302, { location: `http://127.0.0.1:${portOf(foreign)}/stolen` }).end();
        return;
      }
      response.setHeader("content-type", "application/json");
      const file = { id: "F1", name: "a.csv", size: 3, url_private_download: address };
      response.end(JSON.stringify({ ok: true, file, upload_url: address, file_id: "F1" }));
    });
    for (const server of [api, foreign]) {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    }
    apiUrl = `http://127.0.0.1:${portOf(api)}/api/`;
    channel("net.client.socket").subscribe(onSocket);
  });
  afterAll(() => {
    channel("net.client.socket").unsubscribe(onSocket);
    api.close();
    foreign.close();
  });

  const client = () =>
    new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 5_000 });
  const failureOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return "none";
    } catch (error) {
      if (error instanceof SlackFailure) return error.code;
      throw error;
    }
  };

  test(`${hostile.length} hostile ones are refused, and nothing but Slack's API is connected to`, async () => {
    const files = createFileSource(client(), { botToken, apiUrl });
    for (const each of [...hostile, `http://127.0.0.1:${portOf(foreign)}/a`]) {
      address = each;
      expect.soft(await failureOf(files.open("F1")), each).toBe("file_host_refused");
      const upload = uploadText(client(), {
        ...{ channelId: "C1", threadTs: "1.2", fileName: "a.csv", content: "row" },
      });
      const wanted = each === "" ? "no_upload_url" : "file_host_refused";
      expect.soft([wanted, "file_host_refused"], each).toContain(await failureOf(upload));
    }
    expect(hostile.length).toBeGreaterThanOrEqual(200);
    expect([...ports]).toEqual([portOf(api)]);
    expect(met).toEqual([]);
  });

  test("a redirect from Slack's own host is not followed, with or without the token", async () => {
    address = `${new URL(apiUrl).origin}/redirect`;
    const files = createFileSource(client(), { botToken, apiUrl });
    expect(await failureOf(files.open("F1"))).toBe("no_answer");
    expect(met).toEqual([]);
    expect([...ports]).toEqual([portOf(api)]);
  });

  test("Slack's own hosts are let through", () => {
    for (const host of ["files.slack.com", "slack.com", "hooks.slack.com"]) {
      expect(slackAddress(`https://${host}/a?b=c`, "https://slack.com/api/")?.hostname).toBe(host);
    }
  });

  test("a setting takes no address that would send a key in the clear or to a user's host", () => {
    const base = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_SIGNING_SECRET: "s",
      TOLOKA_SANDBOX_API_KEY: "k",
    };
    const unsafe = hostile.filter((each) => !/^https:\/\/[^@\\#\r\n\0]*$/i.test(each));
    const localOnly = unsafe.filter(
      (each) =>
        !/^http:\/\/(localhost|127\.0\.0\.1|127\.1|2130706433|0x7f000001|0177\.0\.0\.1|\[::1\])[:/]/.test(
          each,
        ),
    );
    for (const name of ["SLACK_API_URL", "TOLOKA_SANDBOX_URL", "TOLOKA_PRODUCTION_URL"]) {
      for (const each of localOnly.filter((text) => text.trim() !== "" && !text.includes("\\"))) {
        expect
          .soft(() => readConfig({ ...base, [name]: each }), `${name} ${each}`)
          .toThrow(ConfigError);
      }
    }
  });
});
