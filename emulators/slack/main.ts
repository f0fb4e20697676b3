import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ManifestFacts, readManifest, unrestrictedManifest } from "./manifest.ts";
import type { SlackServerOptions } from "./options.ts";
import { startSlackServer } from "./server.ts";
import { seedSchema } from "./world/seed.ts";

const USAGE = `node emulators/slack/main.ts --bot-token xoxb-... --signing-secret S
  [--port N] [--host 127.0.0.1] [--app-url URL] [--app-token xapp-...]
  [--manifest FILE | --scopes a,b,c] [--seed FILE] [--ledger FILE] [--retry-scale X]`;

/** Reads the command line. Throws an Error that says what is wrong. */
function readOptions(): SlackServerOptions {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: "127.0.0.1" },
      "app-url": { type: "string" },
      "bot-token": { type: "string" },
      "app-token": { type: "string" },
      "signing-secret": { type: "string" },
      manifest: { type: "string" },
      scopes: { type: "string" },
      seed: { type: "string" },
      ledger: { type: "string" },
      "retry-scale": { type: "string", default: "1" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be 0 to 65535, got ${values.port}`);
  }
  const retryScale = Number(values["retry-scale"]);
  if (!(retryScale >= 0)) throw new Error("--retry-scale must be a number, 0 or more");
  const botToken = values["bot-token"];
  const signingSecret = values["signing-secret"];
  if (!botToken) throw new Error("--bot-token is missing");
  if (!signingSecret) throw new Error("--signing-secret is missing");
  const seed =
    values.seed === undefined
      ? undefined
      : seedSchema.parse(JSON.parse(readFileSync(values.seed, "utf8")));
  return {
    port,
    host: values.host,
    botToken,
    signingSecret,
    manifest: manifestOf(values.manifest, values.scopes),
    settings: { retryScale },
    ...(values["app-token"] === undefined ? {} : { appToken: values["app-token"] }),
    ...(values["app-url"] === undefined ? {} : { appUrl: values["app-url"] }),
    ...(values.ledger === undefined ? {} : { ledgerFile: values.ledger }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function manifestOf(file: string | undefined, scopes: string | undefined): ManifestFacts {
  if (file !== undefined && scopes !== undefined) {
    throw new Error("--manifest and --scopes exclude each other");
  }
  if (file !== undefined) return readManifest(readFileSync(file, "utf8"));
  if (scopes === undefined) return unrestrictedManifest;
  const list = scopes.split(",").map((scope) => scope.trim());
  return { ...unrestrictedManifest, scopes: list.filter((scope) => scope !== "") };
}

async function main(): Promise<void> {
  let options: SlackServerOptions;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exit(2);
  }
  const server = await startSlackServer(options);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
  const ready = {
    service: "slack",
    url: server.url,
    api: server.api,
    control: `${server.url}/_control`,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

await main();
