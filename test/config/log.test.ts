import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Twelve secrets of every kind that passes through the bot; the last two have no form of their own. */
const canaries = [
  "xoxb-1111-canary",
  "xoxp-2222-canary",
  "xapp-1-3333-canary",
  "xoxe.xoxb-4444-canary",
  "ApiKey canary-5555.key",
  "OAuth canary-6666",
  "Bearer canary-7777",
  "https://hooks.slack.com/commands/T1/8888/canary",
  "1234567890.9876543210.0123456789abcdef0123456789abcdef",
  "Authorization: ApiKey canary-9999",
  "signing-secret-canary",
  "key-without-a-form-canary",
] as const;

const logged = (): string => {
  const log = fileURLToPath(new URL("../../src/log.ts", import.meta.url));
  const script = `
    import { createLog } from ${JSON.stringify(log)};
    const canaries = ${JSON.stringify(canaries)};
    const log = createLog("debug", ["signing-secret-canary", "key-without-a-form-canary"]);
    for (let call = 0; call < 2000; call += 1) {
      const canary = canaries[call % canaries.length];
      const write = [log.info, log.warn, log.error][call % 3];
      write({ error: "Error: it failed with " + canary + ", again", attempt: call }, "words " + canary);
    }`;
  return execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
    encoding: "utf8",
    maxBuffer: 10_000_000,
  });
};

test("2,000 lines that were given twelve secrets show none of them", () => {
  const text = logged();
  expect(text.trim().split("\n")).toHaveLength(2_000);
  const parts = ["canary", "0123456789abcdef0123456789abcdef"];
  expect(parts.filter((part) => text.includes(part))).toEqual([]);
});
