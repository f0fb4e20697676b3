import { isAxiosError } from "axios";
import type { TolokaError } from "../domain/toloka-error.ts";
import { type Call, connectionLost, notReached, timedOut, tooLarge } from "./errors.ts";

/** Codes that say: no connection was made, so nothing was sent, and it may work later. */
const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Codes that say: nothing was sent, and nothing will be until somebody changes the settings. */
const misconfigured = new Set([
  "ERR_INVALID_URL",
  "ERR_INVALID_CHAR",
  "ERR_UNESCAPED_CHARACTERS",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** An error and what caused it, outermost first: fetch hides the error of the socket in its cause. */
const chainOf = (error: unknown, depth = 0): Error[] =>
  error instanceof Error && depth < 6 ? [error, ...chainOf(error.cause, depth + 1)] : [];

const codeOf = (error: Error): string | null =>
  "code" in error && typeof error.code === "string" ? error.code : null;

/**
 * The innermost code and message as an error of its own, without anything of the request in it: an axios
 * error carries the headers, and with them the key. `hide` strikes the key out of the message.
 */
const cleaned = (chain: readonly Error[], hide: (text: string) => string): Error => {
  const code = chain.map(codeOf).findLast((own) => own !== null);
  const message = chain.map((error) => error.message).findLast((text) => text !== "");
  const words = [code, message ?? "no reason was given"].filter((word) => word !== undefined);
  return new Error(hide(words.join(": ")).slice(0, 500));
};

/** Says what it means that the HTTP client threw: whether Toloka may have acted. */
export const transportError = (
  call: Call,
  error: unknown,
  limits: { readonly timeoutMs: number; readonly maxBytes: number },
  hide: (text: string) => string,
): TolokaError => {
  const chain = chainOf(error);
  const codes = chain.map(codeOf);
  const cause = cleaned(chain, hide);
  const isAmong = (known: ReadonlySet<string>) =>
    codes.some((code) => code !== null && known.has(code));
  if (isAmong(unreachable)) return notReached(call, true, cause);
  if (isAmong(misconfigured)) return notReached(call, false, cause);
  if (codes.includes("ETIMEDOUT") || codes.includes("ERR_CANCELED")) {
    return timedOut(call, limits.timeoutMs);
  }
  if (isAxiosError(error) && error.message.startsWith("maxContentLength")) {
    return tooLarge(call, limits.maxBytes);
  }
  return connectionLost(call, cause);
};
