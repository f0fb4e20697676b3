import type { Check, CheckFacts } from "./check-facts.ts";
import * as money from "./checks-money.ts";
import * as quality from "./checks-quality.ts";
import * as state from "./checks-state.ts";
import type { CheckFinding } from "./run.ts";

/** The named checks, in the order they are told; the names are part of the product. */
const checks: readonly (readonly [string, Check])[] = [
  ["pool-not-closed", state.poolNotClosed],
  ["project-archived", state.projectArchived],
  ["empty-pool", state.emptyPool],
  ["mixer-missing", state.mixerMissing],
  ["infinite-general", state.infiniteGeneral],
  ["reopen-rule", state.reopenRule],
  ["expiry-past", state.expiryPast],
  ["expiry-soon", state.expirySoon],
  ["price-floor", money.priceFloor],
  ["zero-price-real", money.zeroPriceReal],
  ["balance-short", money.balanceShort],
  ["majority-impossible", quality.majorityImpossible],
  ["goldens-missing", quality.goldensMissing],
  ["goldens-few", quality.goldensFew],
  ["golden-starvation", quality.goldenStarvation],
  ["dynamic-early-close", quality.dynamicEarlyClose],
  ["dynamic-recompletion", quality.dynamicRecompletion],
  ["suite-too-long", quality.suiteTooLong],
  ["no-quality", quality.noQuality],
  ["no-filter", quality.noFilter],
  ["unbounded-cost", money.unboundedCost],
  ["stale-archive", state.staleArchive],
];

/** Runs all named checks: the findings, and the names of those that passed. An `error` stops an opening. */
export const checksOf = (
  facts: CheckFacts,
): { readonly findings: CheckFinding[]; readonly passed: string[] } => {
  const judged = checks.map(([name, check]) => ({ name, verdict: check(facts) }));
  return {
    findings: judged.flatMap(({ name, verdict }) =>
      verdict === null ? [] : [{ name, ...verdict }],
    ),
    passed: judged.filter(({ verdict }) => verdict === null).map(({ name }) => name),
  };
};
