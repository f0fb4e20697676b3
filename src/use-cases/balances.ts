import type { Environment } from "../domain/environment.ts";
import type { Home, HomeBalance } from "../domain/home.ts";
import type { Deps } from "./deps.ts";

/** So old, a balance is asked for again. Milliseconds. */
const freshMs = 60_000;

/** So old, it is not shown any more. Milliseconds. */
const shownMs = 10 * 60_000;

/** Under this name stands what Toloka last said of an account's balance, or that it said nothing. */
const noteOf = (environment: Environment): string => `balance:${environment}`;

type Noted = Extract<HomeBalance, { kind: "known" | "silent" }>;

/** Keeps what Toloka said; null when it did not answer. */
export const keepBalance = async (
  deps: Deps,
  environment: Environment,
  micros: number | null,
): Promise<void> => {
  const at = deps.clock.now().toISOString();
  await deps.database.notes.write(noteOf(environment), `${at} ${micros ?? "silent"}`);
};

const lastNoted = async (deps: Deps, environment: Environment): Promise<Noted | null> => {
  const [time = "", said = ""] =
    (await deps.database.notes.read(noteOf(environment)))?.split(" ") ?? [];
  if (time === "") return null;
  const at = new Date(time);
  return said === "silent" ? { kind: "silent", at } : { kind: "known", micros: Number(said), at };
};

const isYounger = (deps: Deps, at: Date, ms: number): boolean =>
  deps.clock.now().getTime() - at.getTime() < ms;

/** Whether Toloka was asked a moment ago. */
export const isFresh = async (deps: Deps, environment: Environment): Promise<boolean> => {
  const noted = await lastNoted(deps, environment);
  return noted !== null && isYounger(deps, noted.at, freshMs);
};

/** What is shown of a balance to somebody who may see it. Asks nobody. */
export const shownBalance = async (deps: Deps, environment: Environment): Promise<HomeBalance> => {
  const noted = await lastNoted(deps, environment);
  return noted !== null && isYounger(deps, noted.at, shownMs) ? noted : { kind: "asking" };
};

/** The environments whose balance a Home shows. */
const shownIn = (home: Home): readonly Environment[] =>
  home.kind === "outsider"
    ? []
    : home.environments
        .filter(({ balance }) => balance.kind !== "hidden")
        .map(({ environment }) => environment);

/** Has the balances on a Home read when one of them is old, after the Home is there. */
export const wantBalances = async (deps: Deps, userId: string, home: Home): Promise<void> => {
  for (const environment of shownIn(home)) {
    if (await isFresh(deps, environment)) continue;
    await deps.database.jobs.send({ name: "read-balances", userId });
    return;
  }
};
