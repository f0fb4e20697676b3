import { type Agent, request } from "node:http";
import type { SignedRequest } from "./signed-command.ts";

/** An app's answer. */
export type Sent = {
  readonly status: number;
  readonly body: string;
  /** From handing the request to the socket to the last byte of the answer, in milliseconds. */
  readonly ms: number;
};

/** The longest an acknowledgement is waited for, in milliseconds; Slack itself gives up after 3,000. */
const patienceMs = 10_000;

/** Posts a request and reads the whole answer. Rejects without a connection or in silence. */
export const send = (url: string, signed: SignedRequest, agent: Agent): Promise<Sent> => {
  const { promise, resolve, reject } = Promise.withResolvers<Sent>();
  const beganMs = performance.now();
  const call = request(
    url,
    { method: "POST", agent, headers: signed.headers, timeout: patienceMs },
    (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (piece: string) => {
        body += piece;
      });
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, body, ms: performance.now() - beganMs }),
      );
    },
  );
  call.on("timeout", () => call.destroy(new Error(`no answer in ${patienceMs} ms`)));
  call.on("error", reject);
  call.end(signed.body);
  return promise;
};
