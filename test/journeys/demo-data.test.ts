import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Playground, startPlayground } from "../support/playground.ts";
import { channel } from "../support/shoes.ts";

describe("the demo with --data", () => {
  let folder: string;
  let playground: Playground | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-demo-data-"));
  });
  afterAll(async () => {
    await playground?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const start = async (...args: string[]): Promise<Playground> => {
    await playground?.stop();
    playground = await startPlayground(["--data", folder, ...args]);
    return playground;
  };
  /** The texts that rita reads after `/toloka`, the bot's private menu included. */
  const menuOf = async ({ slack }: Playground): Promise<string> => {
    const rita = slack.as("rita");
    const before = (await rita.messages(channel)).length;
    await rita.command(channel, "/toloka");
    return await slack.waitFor(
      async () => {
        const messages = await rita.messages(channel);
        return (
          messages.length > before &&
          messages
            .at(-1)
            ?.buttons.map(({ text }) => text)
            .join()
        );
      },
      { timeoutMs: 45_000 },
    );
  };

  test("goes on after a restart: conversation, draft and balance; --reset begins anew", async () => {
    const first = await start();
    const rita = first.slack.as("rita");
    expect(await menuOf(first)).not.toContain("Resume");
    await rita.post(channel, "kept words");
    await first.toloka.setBalance(7);
    await rita.command(channel, "/toloka new run");
    await first.slack.waitFor(async () => (await rita.modal())?.title === "New run", {
      timeoutMs: 45_000,
    });
    await rita.submit();
    await first.slack.waitFor(async () => (await rita.modal())?.title === "New run: project", {
      timeoutMs: 45_000,
    });

    const second = await start();
    const kept = await second.slack.as("rita").messages(channel);
    expect(kept.map(({ text }) => text)).toContain("kept words");
    expect((await second.slack.as("rita").modal())?.title).toBe("New run: project");
    expect((await second.toloka.state()).balance).toBe(7);
    expect(await menuOf(second)).toContain("Resume");

    const third = await start("--reset");
    expect(await third.slack.as("rita").messages(channel)).toEqual([]);
    expect(await menuOf(third)).not.toContain("Resume");
  });

  test("says in a sentence that its port is taken", async () => {
    const other = createServer();
    const listening = Promise.withResolvers<void>();
    other.listen(0, "127.0.0.1", listening.resolve);
    await listening.promise;
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(startPlayground(["--port", String(port)])).rejects.toThrow(
      `Port ${port} is taken. Stop what listens there, or choose another`,
    );
    other.close();
  });
});
