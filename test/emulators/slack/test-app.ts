import { App, HTTPReceiver } from "@slack/bolt";
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  silentLogger,
  type TestWorkspace,
} from "./test-workspace.ts";

export type TestApp = { stop(): Promise<void> };

/** A Bolt app over signed HTTP; the workspace is told where it listens. `register` adds its listeners. */
export async function startHttpApp(
  { server, control }: TestWorkspace,
  register: (app: App) => void,
): Promise<TestApp> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger: silentLogger });
  const app = new App({ ...appOptions(server.api), receiver });
  register(app);
  const listening = await receiver.start({ port: 0, host: "127.0.0.1" });
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("the app has no port");
  await control.setAppUrl(`http://127.0.0.1:${address.port}/slack/events`);
  return {
    async stop() {
      await app.stop();
    },
  };
}

/** The same app over Socket Mode. */
export async function startSocketApp(
  { server }: TestWorkspace,
  register: (app: App) => void,
): Promise<TestApp> {
  const app = new App({ ...appOptions(server.api), socketMode: true, appToken: APP_TOKEN });
  register(app);
  await app.start();
  return {
    async stop() {
      await app.stop();
    },
  };
}

function appOptions(slackApiUrl: string) {
  return {
    token: BOT_TOKEN,
    logger: silentLogger,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
  };
}
