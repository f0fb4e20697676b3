import { ArgumentsError, readArguments, USAGE } from "./arguments.ts";
import { startTolokaServer } from "./server.ts";

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const server = await startTolokaServer(options);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close().then(() => process.exit(0), fail);
    });
  }
  const { url, api } = server;
  console.log(JSON.stringify({ service: "toloka", url, api, apiKey: options.apiKey }));
}

function fail(error: unknown): void {
  if (error instanceof ArgumentsError) {
    console.error(`${error.message}\nusage: ${USAGE}`);
    process.exit(2);
  }
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
