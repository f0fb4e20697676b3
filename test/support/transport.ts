import { secrets } from "./secrets.ts";

/** How Slack's requests reach the bot of a world. */
export type Transport = "http" | "socket";

/**
 * Whether the journeys run over Socket Mode: `TEST_TRANSPORT=socket`, or `npm run test:socket`. What is about
 * addresses, raw requests or signatures is then skipped: Socket Mode has none of them.
 */
export const overSocket: boolean = process.env.TEST_TRANSPORT === "socket";

const { signingSecret, appToken } = secrets;

/** The secrets of both ends. The stand-in knows both, the bot only what its transport needs. */
export const slackSecrets = { signingSecret, appToken } as const;

/** What tells the bot how to receive. */
export const receivingSettings = (
  transport: Transport,
  port: number,
): { readonly [name: string]: string } =>
  transport === "socket"
    ? { SLACK_APP_TOKEN: appToken }
    : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) };
