import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { buildImage, copiedFiles } from "../support/image.ts";
import { opensOf } from "../support/requests.ts";
import { approveAndOpen, poolIdOn, requestShoes } from "../support/shoes.ts";

const nobody = 65_534;

/** Only root can become nobody; elsewhere the container itself has to show it. */
const mayBecomeNobody =
  process.getuid?.() === 0 &&
  existsSync("/usr/bin/setpriv") &&
  process.env.TEST_DATABASE_URL === undefined;

test("the image holds the bot's own files and nothing of the tests or stand-ins", async () => {
  expect(await copiedFiles()).toEqual([
    "package.json",
    "package-lock.json",
    "LICENSE",
    "policy.example.yml",
    "manifest.yml",
    "blocks",
    "src",
  ]);
});

describe.runIf(mayBecomeNobody)("the bot as it is in the image (needs root and setpriv)", () => {
  let image: string;
  let world: BotWorld;
  beforeAll(async () => {
    image = await buildImage();
    world = await startBotWorld({
      // As the Dockerfile starts it.
      env: { NODE_OPTIONS: "--disable-proto=delete" },
      shipped: {
        root: image,
        prefix: ["setpriv", `--reuid=${nobody}`, "--clear-groups", "--no-new-privs"],
        uid: nobody,
      },
    });
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    execFileSync("chmod", ["-R", "u+w", image]);
    await rm(image, { recursive: true, force: true });
  });

  test("has the production packages only", () => {
    const names = readdirSync(join(image, "node_modules"));
    expect(names).toContain("prom-client");
    for (const name of ["vitest", "hono", "typescript", "fast-check"]) {
      expect(names).not.toContain(name);
    }
  });

  test("goes through a whole run as an unprivileged user on a tree it cannot write", async () => {
    const card = await requestShoes(world);
    await approveAndOpen(world, card);
    expect(await opensOf(world.toloka, poolIdOn(card))).toHaveLength(1);
    expect(await world.restart()).toBe(0);
  });
});
