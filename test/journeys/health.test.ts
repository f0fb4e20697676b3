import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { quietPolicy } from "../support/faults.ts";
import { askReady, healthUrl, metric, redBecauseOf } from "../support/health.ts";
import { approveAndOpen, channel, eventually, requestShoes } from "../support/shoes.ts";

const hostileName = "Shoes secret_pool_name {le=1}";

describe("the health port", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({
      policy: quietPolicy,
      moreScopes: ["channels:history"],
      env: { HEALTH_PORT: "0" },
    });
  });
  afterAll(() => world.close());

  const become = async (names: readonly string[]): Promise<readonly string[]> =>
    (await redBecauseOf(world, names)).causes;

  test("says that the bot lives and is ready, and why", async () => {
    await become([]);
    const { status, ready, checks } = await askReady(world);
    expect({ status, ready, names: checks.map(({ name }) => name) }).toEqual({
      status: 200,
      ready: true,
      names: [
        "database",
        "disk",
        "slack",
        "toloka-sandbox",
        "sweep-sandbox",
        "clock-toloka-sandbox",
        "clock-slack",
      ],
    });
    const alive = await fetch(`${healthUrl(world)}/livez`);
    expect([alive.status, await alive.json()]).toEqual([
      200,
      { alive: true, loopStallMs: expect.any(Number) },
    ]);
  });

  test("turns red when Slack no longer takes the token, and green when it does", async () => {
    await world.slack.addFault({ method: "auth.test", kind: "error", error: "token_revoked" });
    expect(await become(["slack"])).toEqual([
      "slack: Slack does not take the bot token (token_revoked)",
    ]);
    expect((await askReady(world)).status).toBe(503);
    await world.slack.clearFaults();
    await become([]);
  });

  test("stays green through a short outage of Slack", async () => {
    await world.slack.addFault({ method: "auth.test", kind: "http-500" });
    const seen = await eventually(world, async () =>
      (await askReady(world)).checks.find(({ why }) => why.includes("last good")),
    );
    expect([seen.ok, seen.why.replace(/\d+ s/, "N s")]).toEqual([
      true,
      "Slack gave no good answer (http_500); last good N s ago",
    ]);
    await world.slack.clearFaults();
  });

  test("turns red when Toloka does not take the key", async () => {
    const rule = { kind: "status", status: 401, code: "AUTHENTICATION_ERROR" } as const;
    await world.toloka.addFault({ route: "GET /requester", ...rule });
    const causes = await eventually(world, async () => {
      const now = await askReady(world);
      return now.causes.some((cause) => cause.startsWith("toloka-")) && now.causes;
    });
    expect(causes).toContain("toloka-sandbox: Toloka does not take the key (401)");
    await world.toloka.clearFaults();
    await become([]);
  });

  test("turns red when pools are no longer looked at", async () => {
    await world.toloka.addFault({ route: "GET /pools", kind: "status", status: 403 });
    const [cause] = await become(["sweep-sandbox"]);
    expect(cause?.replace(/\d+ s ago/, "N s ago")).toBe(
      "sweep-sandbox: pools were last looked at N s ago; the schedule says every 1 s",
    );
    await world.toloka.clearFaults();
    await become([]);
  });

  test("turns red when the clocks differ", async () => {
    await world.toloka.advance({ seconds: 90 });
    const [cause] = await become(["clock-toloka-sandbox"]);
    expect(cause).toMatch(/^clock-toloka-sandbox: this machine is (89|90|91) s behind it$/u);
  });

  test("counts what the operator watches, without a word of anybody", async () => {
    const card = await requestShoes(world, { poolName: hostileName });
    await approveAndOpen(world, card);
    await world.slack.replay(
      (await world.slack.entries("delivery")).findLast((each) => each.type === "block_actions")
        ?.seq ?? 0,
    );
    await world.slack.addFault({
      method: "chat.postMessage",
      kind: "rate-limit",
      retryAfter: 1,
      times: 1,
    });
    await world.slack.addFault({ method: "chat.postMessage", kind: "reset-after", times: 1 });
    await world.slack.as("rita").command(channel, "/toloka list");
    const again = await requestShoes(world, { poolName: `${hostileName} 2` });
    await approveAndOpen(world, again);
    const read = async (line: string): Promise<number> => (await metric(world, line)) ?? 0;
    expect(await read('lifeguard_happened_total{what="turned_away",reason="came-again"}')).toBe(1);
    expect(await read('lifeguard_rate_limited_total{api="slack"}')).toBe(1);
    expect(await read('lifeguard_ambiguous_sends_total{api="slack"}')).toBe(1);
    expect(await read('lifeguard_decisions{result="approve"}')).toBe(2);
    expect(await read("lifeguard_ack_seconds_count")).toBeGreaterThan(10);
    expect(await read("lifeguard_sweep_pages_total")).toBeGreaterThan(1);
    expect(await read("lifeguard_sweep_seconds_count")).toBeGreaterThan(1);
    await eventually(world, async () => (await read("lifeguard_outbox_depth")) === 0);
    const text = await (await fetch(`${healthUrl(world)}/metrics`)).text();
    for (const line of ["unknown_effects 0", "blocked_keys 0", "given_up_jobs 0"]) {
      expect(text).toContain(`lifeguard_${line}`);
    }
    expect(text).toContain("nodejs_eventloop_lag_seconds");
    const { users } = await world.slack.state();
    const people = users.flatMap(({ id, name }) => [id, `"${name}"`]);
    for (const word of ["secret_pool_name", ...people]) expect(text).not.toContain(word);
  });

  test("cannot be asked from another machine", async () => {
    const port = new URL(healthUrl(world)).port;
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    const answers = await Promise.all(
      outside.map(({ address }) =>
        fetch(`http://${address}:${port}/livez`).then(
          () => "answered",
          () => "refused",
        ),
      ),
    );
    expect(answers).toEqual(outside.map(() => "refused"));
  });
});
