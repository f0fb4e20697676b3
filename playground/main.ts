import { parseArgs } from "node:util";
import { tour } from "./tour/tour.ts";
import { startWorld } from "./world.ts";

const usage = "npm run demo [-- --tour] [-- --verbose]";

const welcome = (addresses: { slack: string; toloka: string; bot: string }): string =>
  [
    "",
    "PLAYGROUND: no money, no Slack. Everything runs on this machine.",
    "",
    `  Slack stand-in    ${addresses.slack}`,
    `  Toloka stand-in   ${addresses.toloka}`,
    `  the bot           ${addresses.bot}`,
    "",
    "Act as a person of the workspace through the control API, for example as the requester rita:",
    `  curl -s -X POST ${addresses.slack}/_control/as/rita/command -H 'content-type: application/json' \\`,
    `       -d '{"channel":"labelling","text":"/toloka help"}'`,
    `  curl -s '${addresses.slack}/_control/as/rita/messages?channel=labelling'`,
    "",
    "Or see the whole quick start played by three people: npm run demo -- --tour",
    "Stop with Ctrl+C.",
    "",
  ].join("\n");

const readArguments = (): { tour: boolean; verbose: boolean } => {
  try {
    const { values } = parseArgs({
      options: {
        tour: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
};

const options = readArguments();
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

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
  print(welcome(world.addresses));
  const end = (): void => {
    world.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
