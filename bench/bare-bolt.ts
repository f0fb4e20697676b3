import { App, HTTPReceiver, LogLevel } from "@slack/bolt";

// The yardstick: the least that a Bolt app can do with a slash command. It checks the signature, parses the
// body, and acknowledges at once with one line. It asks Slack nothing, has no database and no jobs.

const { BENCH_PORT, BENCH_SIGNING_SECRET } = process.env;

const receiver = new HTTPReceiver({
  signingSecret: BENCH_SIGNING_SECRET ?? "",
  logLevel: LogLevel.ERROR,
});

const app = new App({
  receiver,
  authorize: async () => ({ botToken: "xoxb-bench", botId: "B0BENCH", botUserId: "U0BENCH" }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});

app.command("/toloka", async ({ ack }) => {
  await ack({ response_type: "ephemeral", text: "Type /toloka help." });
});

process.on("SIGTERM", () => process.exit(0));
await app.start(Number(BENCH_PORT));
process.stdout.write("bare Bolt is ready\n");
