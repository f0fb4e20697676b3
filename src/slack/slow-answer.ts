import type { Answer } from "../domain/answer.ts";
import type { Command, PoolTarget } from "../domain/command.ts";
import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import { askForResults } from "../use-cases/ask-for-results.ts";
import { findPool } from "../use-cases/find-pool.ts";
import { listPools, listProjects, listRuns, menu, whoAmI } from "../use-cases/list-answers.ts";
import { pausePool } from "../use-cases/pause-pool.ts";
import { poolCheck, poolCost, poolStatus } from "../use-cases/pool-answers.ts";
import type { Person } from "../use-cases/ports.ts";
import { requestOpening } from "../use-cases/request-opening.ts";
import { connectionFor, refusalOf } from "../use-cases/toloka-words.ts";
import type { Toolbox } from "./toolbox.ts";

/** Who typed a command, and where. */
export type Place = {
  readonly person: Person;
  readonly channelId: string;
  readonly teamId: string;
  /** Slack's trigger id: makes a repeated delivery the same occasion. */
  readonly occasion: string;
};

/** Finds the pool that was meant, then acts on its number. */
const onPool = async (
  { deps }: Toolbox,
  environment: Environment,
  target: PoolTarget,
  place: Place,
  verb: string,
  act: (poolId: string) => Promise<Answer>,
): Promise<Answer> => {
  const refused = (refusal: Refusal, requestId: string | null): Answer => ({
    type: "refused",
    environment,
    refusal,
    requestId,
  });
  const understood = `${verb} (${environment})`;
  const found = connectionFor(deps, environment, understood);
  if ("refusal" in found) return refused(found.refusal, null);
  try {
    const pool = await findPool(deps, found.connection, environment, target, place.channelId);
    return "refusal" in pool ? refused(pool.refusal, null) : await act(pool.poolId);
  } catch (error) {
    const { refusal, requestId } = refusalOf(understood, error);
    return refused(refusal, requestId);
  }
};

/** Answers the commands that need the database, Slack or Toloka. */
export const slowAnswer = async (
  tools: Toolbox,
  command: Command,
  place: Place,
): Promise<Answer> => {
  const { deps } = tools;
  const { environment } = command;
  switch (command.kind) {
    case "menu":
      return menu(deps, place.person, environment);
    case "whoami":
      return whoAmI(deps, place.person);
    case "check":
      return poolCheck(deps, { environment, target: command.target, channelId: place.channelId });
    case "cost":
      return poolCost(deps, { environment, target: command.target, channelId: place.channelId });
    case "status": {
      const { target } = command;
      if (target.kind === "mine" || target.kind === "all") {
        const ownerId = target.kind === "mine" ? place.person.id : null;
        return listRuns(deps, environment, { ownerId, search: null, waitingOnly: false });
      }
      return poolStatus(deps, { environment, target, channelId: place.channelId });
    }
    case "list":
      if (command.what === "pools") return listPools(deps, environment, command.search);
      if (command.what === "projects") return listProjects(deps, environment, command.search);
      return listRuns(deps, environment, {
        ownerId: null,
        search: command.search,
        waitingOnly: true,
      });
    case "open":
      return onPool(tools, environment, command.target, place, "Ask for an opening", (poolId) =>
        requestOpening(deps, { ...place, environment, poolId }),
      );
    case "results":
      return onPool(tools, environment, command.target, place, "Results of a pool", (poolId) =>
        askForResults(deps, { environment, poolId, person: place.person }),
      );
    case "pause":
      return onPool(tools, environment, command.target, place, "Pause a pool", (poolId) =>
        pausePool(deps, { ...place, environment, poolId, why: command.why }),
      );
    case "help":
      return { type: "help", environment, verb: command.verb };
    case "refused":
      return { type: "refused", environment, refusal: command.refusal, requestId: null };
    case "new":
    case "tasks":
      throw new Error(`${command.kind} is answered with a form`);
  }
};
