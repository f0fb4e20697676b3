import { parseArgs } from "node:util";
import { z } from "zod";
import type { ServerOptions } from "./server.ts";

/** How the command line is used. */
export const USAGE =
  "node emulators/toloka/main.ts --port N --api-key K [--host 127.0.0.1] " +
  "[--operation-delay-ms N] [--ledger FILE] [--balance N] [--limits FACTOR] " +
  "[--seed N]";

/** Wrong arguments, with all complaints in the message. */
export class ArgumentsError extends Error {
  override readonly name = "ArgumentsError";
}

const whole = z
  .string({ error: "is required" })
  .regex(/^\d+$/, "expects a whole number")
  .transform(Number);

const argumentsSchema = z.object({
  port: whole.pipe(z.number().max(65_535)),
  "api-key": z.string({ error: "is required" }).min(1, "is required"),
  host: z.string().min(1).default("127.0.0.1"),
  "operation-delay-ms": whole.default(300),
  ledger: z.string().min(1).optional(),
  balance: z
    .string()
    .regex(/^-?\d+(\.\d{1,6})?$/, "expects dollars")
    .transform(Number)
    .default(1000),
  /** Makes ids the same on every run. */
  seed: whole.optional(),
  /** Share of the documented rate limits that is allowed; 0 switches them off. */
  limits: z
    .string()
    .regex(/^\d+(\.\d+)?$/, "expects a number")
    .transform(Number)
    .default(1),
});

/**
 * The options behind command line arguments.
 * @throws ArgumentsError naming every wrong argument
 */
export function readArguments(argv: readonly string[]): ServerOptions {
  const parsed = argumentsSchema.safeParse(valuesOf(argv));
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      ({ path, message }) => `--${path.join(".")}: ${message}`,
    );
    throw new ArgumentsError(complaints.join("\n"));
  }
  const { port, host, balance, ledger, limits, seed, ...rest } = parsed.data;
  return {
    port,
    host,
    balance,
    apiKey: rest["api-key"],
    rateLimitFactor: limits,
    operationDelayMs: rest["operation-delay-ms"],
    ...(seed === undefined ? {} : { seed }),
    ...(ledger === undefined ? {} : { ledgerFile: ledger }),
  };
}

function valuesOf(argv: readonly string[]): object {
  const text = { type: "string" } as const;
  const options = {
    port: text,
    "api-key": text,
    host: text,
    "operation-delay-ms": text,
    ledger: text,
    balance: text,
    seed: text,
    limits: text,
  };
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: false }).values;
  } catch (error) {
    throw new ArgumentsError(error instanceof Error ? error.message : String(error));
  }
}
