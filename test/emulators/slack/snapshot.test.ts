import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askingBlocks, registerForm } from "./demo-listeners.ts";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

describe("a workspace saved and loaded into another process's place", () => {
  let first: TestWorkspace;
  let second: TestWorkspace;
  let app: TestApp;
  beforeAll(async () => {
    [first, second] = await Promise.all([startTestWorkspace(), startTestWorkspace()]);
    app = await startHttpApp(first, registerForm);
  });
  afterAll(async () => {
    await app.stop();
    await Promise.all([first.server.close(), second.server.close()]);
  });
  const carryOver = async (): Promise<void> => {
    const saved = await first.control.saveSnapshot();
    await second.control.loadSnapshot(JSON.parse(JSON.stringify(saved)));
  };

  test("messages, files, a form with its typed values and the people are as they were", async () => {
    const rita = first.control.as("rita");
    await rita.uploadFile("shoes.csv", "url\n1\n", { channel: "#labelling" });
    await first.client.chat.postMessage({
      channel: "C0LABELS01",
      text: "vote",
      blocks: askingBlocks,
    });
    await first.control.deactivate("omar");
    await rita.command("#labelling", "/demo now");
    await first.control.waitFor(async () => (await rita.modal())?.title === "Order");
    await rita.fill({ Name: "kept" });
    await carryOver();

    const again = second.control.as("rita");
    expect(await again.messages("#labelling")).toEqual(await rita.messages("#labelling"));
    expect(await again.modal()).toEqual(await rita.modal());
    expect((await again.modal())?.fields[0]?.value).toBe("kept");
    const people = (await second.control.state()).users;
    expect(people.find(({ name }) => name === "omar")?.deleted).toBe(true);
  });

  test("what is posted afterwards is newer than all that was kept, on the moved clock too", async () => {
    await first.control.advance(86_400_000);
    const kept = await first.control.as("rita").post("#labelling", "tomorrow");
    await carryOver();
    const ts = await second.control.as("rita").post("#labelling", "after");
    expect(Number(ts)).toBeGreaterThan(Number(kept));
  });

  test("an app's own text cannot pass for something else", async () => {
    const metadata = { event_type: "odd", event_payload: { $kind: "map", entries: "a" } };
    await first.client.chat.postMessage({ channel: "C0LABELS01", text: "odd", metadata });
    await carryOver();
    const read = await second.control.as("rita").messages("#labelling");
    expect(read.at(-1)?.metadata).toEqual(metadata);
  });

  test("something else than a snapshot is refused and changes nothing", async () => {
    const before = await second.control.as("rita").messages("#labelling");
    await expect(second.control.loadSnapshot({ version: 2 })).rejects.toMatchObject({
      code: "bad_request",
    });
    expect(await second.control.as("rita").messages("#labelling")).toEqual(before);
  });
});
