import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const json = z.record(z.string(), z.unknown());
type Json = z.output<typeof json>;

/** An app of few lines that stands where the bot stood: it keeps what Slack delivers and says yes. */
export type TinyApp = {
  readonly url: string;
  /** The newest delivery of this type since the last look, once there is one. */
  next(type: string): Promise<Json>;
  close(): Promise<void>;
};

/** What the app offers for the words typed into an external select. */
const offers = ["Boots", "Sandals", "Sneakers"].map((label) => ({
  text: { type: "plain_text", text: label, emoji: true },
  value: label.toLowerCase(),
}));

const readAll = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** Events come as JSON, commands as form fields, everything else as JSON in a form's field. */
const deliveryIn = (contentType: string, body: string): Json => {
  if (contentType.startsWith("application/json")) return json.parse(JSON.parse(body));
  const form = new URLSearchParams(body);
  const payload = form.get("payload");
  return json.parse(
    payload === null ? { type: "command", ...Object.fromEntries(form) } : JSON.parse(payload),
  );
};

/** Starts the app on a free port. */
export const startTinyApp = async (): Promise<TinyApp> => {
  const heard: Json[] = [];
  const server: Server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const act = deliveryIn(request.headers["content-type"] ?? "", body);
      heard.push(act);
      response.setHeader("content-type", "application/json");
      const { value } = act;
      response.end(
        act.type === "block_suggestion"
          ? JSON.stringify({
              options: offers.filter((offer) => offer.value.includes(String(value).toLowerCase())),
            })
          : "",
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    next: async (type) => {
      for (const end = Date.now() + 45_000; Date.now() < end; ) {
        const at = heard.findLastIndex((each) => each.type === type);
        const found = heard[at];
        if (found !== undefined) {
          heard.length = 0;
          return found;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`Slack delivered no ${type}`);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
