import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { dumpDatabase } from "../support/dump-database.ts";
import { failCalls } from "../support/failing-calls.ts";
import { healthUrl } from "../support/health.ts";
import { secrets, secretsIn } from "../support/secrets.ts";
import { trials } from "../support/seeded.ts";
import { eventually } from "../support/shoes.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const preload = fileURLToPath(new URL("../support/crash-with-secrets.ts", import.meta.url));
const onPostgres = process.env.TEST_DATABASE_URL !== undefined;

/** All that the doctor prints with these settings, whatever it thinks of them. */
const doctorSays = (env: { readonly [name: string]: string }): Promise<string> =>
  new Promise((resolve) => {
    const run = execFile(process.execPath, ["src/doctor.ts"], { cwd: root, env }, (_, out, err) =>
      resolve(`${out}${err}`),
    );
    run.stdin?.end();
  });

describe.each(["http", "socket"] as const)("secrets of a bot over %s", (transport) => {
  let world: BotWorld;
  let folder: string;
  let apis = { toloka: "", slack: "" };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-secrets-"));
    world = await startBotWorld({
      transport,
      production: true,
      moreScopes: ["channels:history"],
      policy:
        "quiet_period: 1s\nenvironments:\n  production:\n    approvers: { users: [U0ALAN0001] }\n",
      between: (given) => {
        apis = { ...given };
        return {};
      },
      env: {
        LOG_LEVEL: "debug",
        HEALTH_PORT: "0",
        NODE_OPTIONS: `--import=${preload}`,
        CRASH_FILE: join(folder, "crash"),
        ...(onPostgres ? {} : { DATA_DIR: join(folder, "data") }),
      },
    });
  });
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("are in nothing that leaves it while calls fail in every way, it crashes and is examined", async () => {
    const failed = await failCalls(world, trials(transport === "http" ? 2_000 : 400));
    const pages = await Promise.all(
      ["metrics", "readyz", "livez"].map(async (page) =>
        (await fetch(`${healthUrl(world)}/${page}`)).text(),
      ),
    );
    // Two crashes by errors that carry the secrets in their words and in their members.
    for (const how of ["exception", "rejection"]) {
      const lines = world.log().length;
      await writeFile(join(folder, "crash"), how);
      await eventually(world, async () =>
        world
          .log()
          .slice(lines)
          .some((line) => line.includes("it broke with")),
      );
      await world.kill();
      await world.startBot();
    }
    await world.toloka.addFault({ route: "/.*/", kind: "status", status: 401, times: 50 });
    const doctor = await doctorSays({
      SLACK_BOT_TOKEN: secrets.botToken,
      SLACK_SIGNING_SECRET: secrets.signingSecret,
      SLACK_API_URL: apis.slack,
      TOLOKA_SANDBOX_API_KEY: secrets.sandboxKey,
      TOLOKA_SANDBOX_URL: apis.toloka,
      DATABASE_URL: `postgres://lifeguard:${secrets.productionKey}@127.0.0.1:1/none`,
    });
    const url = world.databaseUrl();
    await world.stopBot();
    const places = {
      log: world.log().join("\n"),
      slack: JSON.stringify(await world.slack.ledger()),
      toloka: JSON.stringify(await world.toloka.ledger()),
      health: pages.join("\n"),
      doctor,
      database: await dumpDatabase(url === null ? { dataDir: join(folder, "data") } : { url }),
    };
    console.log(
      `${transport}: ${failed} failed calls; looked through ${Object.entries(places)
        .map(([name, text]) => `${name} ${text.length}`)
        .join(", ")} characters`,
    );
    expect(places.log).toContain("it broke with [secret] and");
    expect(places.database).toContain("Spoilt 0");
    expect(places.doctor).toContain("Toloka");
    expect(
      Object.entries(places).flatMap(([name, text]) =>
        secretsIn(text).map((secret) => `${secret} in ${name}`),
      ),
    ).toEqual([]);
  });
});
