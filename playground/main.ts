import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isFree } from "./free-port.ts";
import { openBrowser } from "./open-browser.ts";
import { type Options, readOptions, usage } from "./options.ts";
import { buildPage } from "./server/page-files.ts";
import { startPageServer } from "./server/page-server.ts";
import { tour } from "./tour/tour.ts";
import { startWorld } from "./world.ts";

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

const readArguments = (): Options => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
};

const options = readArguments();
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (!options.tour && !(await isFree(options.port))) {
  const { port } = options;
  process.stderr.write(
    `Port ${port} is taken. Stop what listens there, or choose another: npm run demo -- --port ${port + 1}\n`,
  );
  process.exit(1);
}
if (options.data !== undefined && options.reset) {
  for (const name of ["db", "slack.json", "toloka.json"]) {
    await rm(join(options.data, name), { recursive: true, force: true });
  }
}

/** Built while the bot starts. */
const files = options.tour ? Promise.resolve(new Map()) : buildPage();

const world = await startWorld({
  watchCron: options.tour ? "* * * * * *" : "*/5 * * * * *",
  data: options.data,
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
  if (options.data !== undefined) print(`The state is kept in ${options.data}\n`);
  if (options.open) openBrowser(page.url);
  const end = (): void => {
    Promise.all([page.stop(), world.stop()]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
