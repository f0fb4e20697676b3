import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerForm } from "./demo-listeners.ts";
import { startSocketApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startSocketApp(workspace, registerForm);
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});

describe("Socket Mode", () => {
  test("a command, a choice and a submission go over the socket, answers included", async () => {
    const { control } = workspace;
    const rita = control.as("rita");
    const opened = await rita.command("#labelling", "/demo");
    await control.waitFor(() => rita.modal());
    expect(await rita.suggest("Project", "Shi")).toEqual(["Shirts"]);
    await rita.fill({ Name: "bad", "Adult content": "Yes" });
    await rita.submit();
    const refused = (await rita.modal())?.errors;
    await rita.fill({ Name: "good" });
    const sent = await rita.submit();
    const transports = (await control.entries("delivery")).map(({ type, transport }) => [
      type,
      transport,
    ]);
    expect([opened.status, refused, sent.status, await rita.modal(), transports]).toEqual([
      "acked",
      ["This name is taken."],
      "acked",
      null,
      [
        ["slash_command", "socket"],
        ["block_suggestion", "socket"],
        ["view_submission", "socket"],
        ["view_submission", "socket"],
      ],
    ]);
  });

  test("the app reconnects when it is asked to", async () => {
    const { control } = workspace;
    const since = (await control.state()).ledger;
    await control.disconnectSockets("refresh_requested");
    const whats = await control.waitFor(
      async () => {
        const entries = await control.entries("socket", since);
        return entries.some(({ what }) => what === "connected") ? entries : null;
      },
      { timeoutMs: 20_000 },
    );
    const result = await control.as("rita").command("#labelling", "/demo");
    expect([whats.map(({ what }) => what), result.status]).toEqual([
      ["disconnect-asked", "disconnected", "connected"],
      "acked",
    ]);
  });
});
