import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What the demo is told on its command line. */
export type Options = {
  readonly tour: boolean;
  readonly verbose: boolean;
  /** Where the page is served; 0 takes a free port. */
  readonly port: number;
  /** Whether a browser is opened. */
  readonly open: boolean;
  /** Where the state is kept; undefined when it ends with the demo. */
  readonly data: string | undefined;
  readonly reset: boolean;
};

/** How the demo is called. */
export const usage =
  "npm run demo -- [--port N] [--data DIR [--reset]] [--no-open] [--tour] [--verbose]";

/** Where the page is, unless told otherwise. */
const usualPort = "3210";

/** The options of a command line. Throws an Error that says what is wrong with it. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      tour: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      port: { type: "string", default: usualPort },
      open: { type: "boolean", default: true },
      data: { type: "string" },
      reset: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}"`);
  }
  const { data, reset, tour } = values;
  if (data === "") throw new Error("--data takes the name of a folder");
  if (reset && data === undefined) throw new Error("--reset empties what --data DIR names");
  if (tour && data !== undefined) throw new Error("--tour begins anew: it takes no --data");
  return { ...values, port, data: data === undefined ? undefined : resolve(data) };
};
