import { ConfigError, readConfig } from "./config.ts";
import { diagnose } from "./doctor-checks.ts";

const run = async (): Promise<number> => {
  try {
    const found = await diagnose(readConfig(process.env));
    for (const { name, ok, words } of found) {
      process.stdout.write(`${ok ? "ok  " : "FAIL"}  ${name}: ${words.replaceAll("\n", " ")}\n`);
    }
    return found.every(({ ok }) => ok) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
};

process.exit(await run());
