import type { BotWorld } from "./bot-world.ts";
import { type HandMade, nowSeconds, signatureFor, signed } from "./raw-requests.ts";

/** One way to be no request of Slack's; `turn` makes each of a kind another one. */
type Forgery = (turn: number) => HandMade;

const form = "application/x-www-form-urlencoded";

const headersOf = (time: string, signature: string) => ({
  "content-type": form,
  "x-slack-request-timestamp": time,
  "x-slack-signature": signature,
});

/** Changes one character of a text. */
const flipped = (text: string, turn: number): string => {
  const at = turn % text.length;
  const other = text[at] === "a" ? "b" : "a";
  return text.slice(0, at) + other + text.slice(at + 1);
};

/** Eleven kinds of forged or malformed requests, made from a body that Slack really sent. */
const forgeries = (world: BotWorld, recorded: string): readonly Forgery[] => {
  const secret = world.signingSecret;
  const goodly = (time: string) => signatureFor(secret, time, recorded);
  return [
    // No signature at all.
    () => ({ body: recorded, headers: { "content-type": form } }),
    // A made-up one.
    (turn) => ({
      body: recorded,
      headers: headersOf(nowSeconds(), `v0=${turn.toString(16).padStart(64, "0")}`),
    }),
    // The right one of another body: the recorded one with one character changed.
    (turn) => ({
      body: flipped(recorded, turn * 7),
      headers: headersOf(nowSeconds(), goodly(nowSeconds())),
    }),
    // Signed with another secret.
    (turn) => ({
      body: recorded,
      headers: headersOf(nowSeconds(), signatureFor(`other-${turn}`, nowSeconds(), recorded)),
    }),
    // Rightly signed, but too old or too young.
    (turn) =>
      signed(world, recorded, { time: nowSeconds((turn % 2 === 0 ? 1 : -1) * (330 + turn)) }),
    // A time that is no number of seconds.
    (turn) =>
      signed(world, recorded, { time: ["NaN", "1e400", "soon", "-1", "0x10"][turn % 5] ?? "" }),
    // The time of another moment under a good signature.
    (turn) => ({
      body: recorded,
      headers: headersOf(nowSeconds(-1 - (turn % 200)), goodly(nowSeconds())),
    }),
    // Another version of the signature.
    () => ({
      body: recorded,
      headers: headersOf(nowSeconds(), goodly(nowSeconds()).replace("v0", "v1")),
    }),
    // A signature that is too short, too long, or no hexadecimal number.
    (turn) => ({
      body: recorded,
      headers: headersOf(
        nowSeconds(),
        [`${goodly(nowSeconds())}0`, "v0=", "v0=zz", goodly(nowSeconds()).slice(0, 40)][turn % 4] ??
          "",
      ),
    }),
    // JSON that is cut off, unsigned.
    (turn) => ({
      body: '{"type":"block_actions","user":'.repeat(1 + (turn % 50)),
      headers: { ...headersOf(nowSeconds(), "v0=1"), "content-type": "application/json" },
    }),
    // Slack's unsigned look at the certificate, with a command smuggled in.
    (turn) => ({
      body: `ssl_check=1&command=%2Ftoloka&text=new+run&user_id=U0RITA0001&trigger_id=${turn}`,
      headers: headersOf(nowSeconds(), "v0=1"),
    }),
  ];
};

/** So many forged requests of all kinds in turn. */
export const manyForgeries = (world: BotWorld, recorded: string, count: number): HandMade[] => {
  const kinds = forgeries(world, recorded);
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length];
    if (kind === undefined) throw new Error("no kinds of forgeries");
    return kind(Math.floor(index / kinds.length));
  });
};
