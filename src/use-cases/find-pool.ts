import type { PoolTarget } from "../domain/command.ts";
import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import { requestCode } from "../domain/request-code.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";

/** So many pools of one name are offered. */
const offered = 5;

/** A pool that a person named, or why it could not be found. */
export type FoundPool = { readonly poolId: string } | { readonly refusal: Refusal };

const notFound = (
  understood: string,
  wrong: string,
  next: string,
  suggestion: string | null = null,
): FoundPool => ({
  refusal: { understood, wrong, next, suggestion },
});

/** Pools whose private name contains the words; the account's pools are read by pages. */
const byName = async (
  connection: TolokaConnection,
  name: string,
  understood: string,
): Promise<FoundPool> => {
  const wanted = name.toLowerCase();
  const matches: { id: string; name: string }[] = [];
  for await (const page of connection.pools({})) {
    for (const pool of page) {
      if (pool.status === "ARCHIVED" || !pool.privateName.toLowerCase().includes(wanted)) continue;
      matches.push({ id: pool.id, name: pool.privateName });
    }
  }
  const exact = matches.filter((match) => match.name.toLowerCase() === wanted);
  const [only, second] = exact.length > 0 ? exact : matches;
  if (only === undefined) {
    return notFound(
      understood,
      `No pool is called "${name}".`,
      "Use its number, or look it up.",
      "/toloka list pools",
    );
  }
  if (second === undefined) return { poolId: only.id };
  const list = matches.slice(0, offered).map((match) => `${match.id} "${match.name}"`);
  return notFound(
    understood,
    `${matches.length} pools match "${name}": ${list.join(", ")}${matches.length > offered ? " ..." : ""}.`,
    "Use the number of the one you mean.",
  );
};

/** Turns what a person typed (number, name, request code, message link, `this`) into a pool's number. */
export const findPool = async (
  deps: Deps,
  connection: TolokaConnection,
  environment: Environment,
  target: PoolTarget,
  channelId: string,
): Promise<FoundPool> => {
  switch (target.kind) {
    case "pool":
      return { poolId: target.poolId };
    case "name":
      return byName(connection, target.name, `A pool called "${target.name}" (${environment})`);
    case "request": {
      const runs = await deps.database.runs.list({ limit: 1_000 });
      const run = runs.find((each) => requestCode(each.id) === target.code && each.poolId !== null);
      return run?.poolId != null
        ? { poolId: run.poolId }
        : notFound(
            `The request ${target.code}`,
            "I know no such request.",
            "Look at the list.",
            "/toloka list requests",
          );
    }
    case "message": {
      const runs = await deps.database.runs.list({ channelId: target.channelId, limit: 1_000 });
      const run = runs.find((each) => each.rootTs === (target.threadTs ?? target.ts));
      return run?.poolId != null
        ? { poolId: run.poolId }
        : notFound(
            "The run of that message",
            "That message is not the card of a run with a pool.",
            "Link to the run's card, or use the pool's number.",
          );
    }
    case "this": {
      const runs = (await deps.database.runs.list({ channelId, limit: 50 })).filter(
        (run) =>
          run.poolId !== null && run.environment === environment && run.status !== "cancelled",
      );
      const open = runs.filter((run) => run.status === "open");
      const [only, second] = open.length > 0 ? open : runs;
      if (only?.poolId != null && second === undefined) return { poolId: only.poolId };
      return notFound(
        "The run of this channel",
        only === undefined
          ? "There is no run in this channel."
          : "There are several runs in this channel.",
        "Use the pool's number.",
        "/toloka list pools",
      );
    }
  }
};
