import { createHmac } from "node:crypto";

/** A request as Slack sends it, ready to go out. */
export type SignedRequest = {
  readonly body: string;
  readonly headers: { readonly [name: string]: string };
};

/** Where acknowledgements are measured: an app and the secret its requests are signed with. */
export type Target = { readonly url: string; readonly signingSecret: string };

let count = 0;

/** A slash command signed as Slack signs it, with a trigger id of its own. */
export const signedCommand = (signingSecret: string, text: string): SignedRequest => {
  count += 1;
  const body = new URLSearchParams({
    token: "bench-verification-token",
    team_id: "T0LIFEGRD",
    team_domain: "lifeguard-labs",
    channel_id: "C0LABELS01",
    channel_name: "labelling",
    user_id: "U0RITA0001",
    user_name: "rita",
    command: "/toloka",
    text,
    api_app_id: "A0LIFEGRD",
    is_enterprise_install: "false",
    response_url: "http://127.0.0.1:9/never-asked",
    trigger_id: `${count}.bench`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac("sha256", signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${digest}`,
    },
  };
};
