import { parseArgs } from "node:util";
import { buildPage } from "./server/page-files.ts";
import { startPageServer } from "./server/page-server.ts";
import { tour } from "./tour/tour.ts";
import { startWorld } from "./world.ts";

const usage = "npm run demo -- [--port N] [--tour] [--verbose]";

/** Where the page is, unless told otherwise. */
const usualPort = "3210";

const welcome = (page: string, addresses: { slack: string; toloka: string; bot: string }): string =>
  [
    "",
    "PLAYGROUND: no money, no Slack. Everything runs on this machine.",
    "",
    `  Open ${page} in a browser`,
    "",
    `  Slack stand-in    ${addresses.slack}`,
    `  Toloka stand-in   ${addresses.toloka}`,
    `  the bot           ${addresses.bot}`,
    "",
    "The workspace can also be used without a browser, for example as the requester rita:",
    `  curl -s -X POST ${addresses.slack}/_control/as/rita/command -H 'content-type: application/json' \\`,
    `       -d '{"channel":"labelling","text":"/toloka help"}'`,
    `  curl -s '${addresses.slack}/_control/as/rita/messages?channel=labelling'`,
    "",
    "Or see the whole quick start played by three people: npm run demo -- --tour",
    "Stop with Ctrl+C.",
    "",
  ].join("\n");

type Options = { readonly tour: boolean; readonly verbose: boolean; readonly port: number };

const readArguments = (): Options => {
  try {
    const { values } = parseArgs({
      options: {
        tour: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        port: { type: "string", default: usualPort },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port takes a number from 0 to 65535, not "${values.port}"`);
    }
    return { ...values, port };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
};

const options = readArguments();
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Built while the bot starts. */
const files = options.tour ? Promise.resolve(new Map()) : buildPage();

const world = await startWorld({
  watchCron: options.tour ? "* * * * * *" : "*/5 * * * * *",
  onLine: (name, line) => {
    if (options.verbose) process.stderr.write(`${name}: ${line}\n`);
  },
});

if (options.tour) {
  try {
    await tour(world, print);
  } catch (error) {
    process.stderr.write(
      `The tour stopped: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  } finally {
    await world.stop();
  }
} else {
  const { slack, toloka } = world.addresses;
  const page = await startPageServer({ slack, toloka, files: await files }, options.port);
  print(welcome(page.url, world.addresses));
  const end = (): void => {
    Promise.all([page.stop(), world.stop()]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
