import type { Answer } from "../domain/answer.ts";
import { mayRequest } from "../domain/approval.ts";
import { entitlementOf } from "../domain/entitlement.ts";
import type { Environment } from "../domain/environment.ts";
import { environments } from "../domain/environment.ts";
import type { Pool, Project } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import type { Person, TolokaConnection } from "./ports.ts";
import { readGroups } from "./read-groups.ts";
import { connectionFor, refusalOf } from "./toloka-words.ts";

/** So many lines a list shows. */
const shown = 15;

/** Collects what matches, newest first, up to one more than is shown. */
const newest = async <Thing extends Pool | Project>(
  pages: AsyncIterable<readonly Thing[]>,
  keep: (thing: Thing) => boolean,
): Promise<{ things: readonly Thing[]; more: boolean }> => {
  const kept: Thing[] = [];
  let more = false;
  for await (const page of pages) {
    kept.push(...page.filter(keep));
    if (kept.length > shown) {
      kept.splice(0, kept.length - shown);
      more = true;
    }
  }
  return { things: kept.reverse(), more };
};

const matches = (name: string, id: string, search: string | null): boolean =>
  search === null || id === search || name.toLowerCase().includes(search.toLowerCase());

const asked = async (
  deps: Deps,
  environment: Environment,
  understood: string,
  answer: (connection: TolokaConnection) => Promise<Answer>,
): Promise<Answer> => {
  const found = connectionFor(deps, environment, understood);
  if ("refusal" in found)
    return { type: "refused", environment, refusal: found.refusal, requestId: null };
  try {
    return await answer(found.connection);
  } catch (error) {
    return { type: "refused", environment, ...refusalOf(understood, error) };
  }
};

/** The newest pools that are not archived. */
export const listPools = (
  deps: Deps,
  environment: Environment,
  search: string | null,
): Promise<Answer> =>
  asked(deps, environment, `List pools (${environment})`, async (connection) => {
    const { things, more } = await newest(
      connection.pools({}),
      (pool) => pool.status !== "ARCHIVED" && matches(pool.privateName, pool.id, search),
    );
    const now = connection.now().getTime();
    const pools = things.map((pool) => ({ pool, leftMs: pool.willExpire.getTime() - now }));
    return { type: "pools", environment, pools, more, search };
  });

/** The newest active projects. */
export const listProjects = (
  deps: Deps,
  environment: Environment,
  search: string | null,
): Promise<Answer> =>
  asked(deps, environment, `List projects (${environment})`, async (connection) => {
    const { things, more } = await newest(connection.projects({ status: "ACTIVE" }), (project) =>
      matches(project.publicName, project.id, search),
    );
    return { type: "projects", environment, projects: things, more, search };
  });

/** Runs that wait for an approval, or all of a person's. */
export const listRuns = async (
  deps: Deps,
  environment: Environment,
  query: {
    readonly ownerId: string | null;
    readonly search: string | null;
    readonly waitingOnly: boolean;
  },
): Promise<Answer> => {
  const runs = await deps.database.runs.list({
    ...(query.ownerId === null ? {} : { ownerId: query.ownerId }),
    ...(query.waitingOnly ? { statuses: ["requested", "approved", "opening"] as const } : {}),
    limit: 200,
  });
  const kept = runs.filter(
    (run) =>
      run.environment === environment &&
      run.status !== "cancelled" &&
      matches(`${run.poolName ?? ""} ${run.projectName ?? ""}`, run.poolId ?? "", query.search),
  );
  return {
    type: "requests",
    environment,
    runs: kept.slice(0, shown),
    more: kept.length > shown,
    search: query.search,
  };
};

/** Who the bot takes a person for, and what they may do where. */
export const whoAmI = async (deps: Deps, person: Person): Promise<Answer> => {
  const rights = [];
  for (const environment of environments) {
    if (deps.toloka.connection(environment) === null) continue;
    const policy = deps.policy.environments[environment];
    const request = mayRequest({ person, policy, environment });
    const { entitlement, unreadable } = entitlementOf(
      person.id,
      policy,
      await readGroups(deps, policy),
    );
    const own =
      policy?.requesterMayApprove === true ? "you may approve what you requested yourself" : null;
    const why =
      entitlement ??
      own ??
      (policy === null
        ? `no policy names approvers for ${environment}`
        : unreadable.length > 0
          ? `Slack did not say who is in the group ${unreadable.join(", ")}`
          : "you are not one of the approvers");
    rights.push({
      environment,
      mayRequest: request.kind === "allowed",
      mayApprove: entitlement !== null || own !== null,
      why,
    });
  }
  return { type: "whoami", userId: person.id, timeZone: person.timeZone, rights };
};

/**
 * The private menu: what can be started, what waits to be finished, what runs. An environment that was
 * named must be one where the person may start something.
 */
export const menu = async (
  deps: Deps,
  person: Person,
  environment: Environment,
): Promise<Answer> => {
  const { runs } = deps.database;
  const right = mayRequest({ person, policy: deps.policy.environments[environment], environment });
  if (environment === "production" && right.kind === "refused") {
    return { type: "refused", environment, refusal: right.refusal, requestId: null };
  }
  return {
    type: "menu",
    environments: environments.filter(
      (each) => deps.toloka.connection(each) !== null && deps.policy.environments[each] !== null,
    ),
    drafts: await runs.list({ statuses: ["draft"], ownerId: person.id, limit: 5 }),
    running: await runs.list({ statuses: ["requested", "opening", "open"], limit: 5 }),
  };
};
