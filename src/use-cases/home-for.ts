import { decideVote } from "../domain/approval.ts";
import { entitlementOf, type GroupMembers } from "../domain/entitlement.ts";
import { type Environment, environments } from "../domain/environment.ts";
import type { Home, HomeEnvironment, HomeList } from "../domain/home.ts";
import { shownBalance } from "./balances.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";
import { readGroups } from "./read-groups.ts";
import type { RunQuery } from "./store-ports.ts";

/** So many runs of a list are read: a Home shows fewer. */
const read = 20;

/** So many requests are judged: all that wait, in any team that still reads them. */
const judged = 500;

/** What nobody has touched for a month is not under way any more. Milliseconds. */
const requestsLiveMs = 30 * 86_400_000;

/** "This week", in milliseconds. */
const weekMs = 7 * 86_400_000;

type GroupsIn = { readonly [E in Environment]: GroupMembers };

const listed = async (
  deps: Deps,
  query: RunQuery,
  first: "newest" | "closing" = "newest",
): Promise<HomeList> => {
  const { runs } = deps.database;
  return {
    runs: await runs.list({ ...query, first, limit: read }),
    total: await runs.count(query),
  };
};

/** The requests that this person's vote would count for, by the rules of the vote itself. */
const waitingFor = async (
  deps: Deps,
  person: Person,
  groups: GroupsIn,
): Promise<{ waiting: HomeList; unreadGroups: readonly string[] }> => {
  const requested = await deps.database.runs.list({ statuses: ["requested"], limit: judged });
  const unread = new Set<string>();
  const mine = requested.filter((run) => {
    const policy = deps.policy.environments[run.environment];
    const decision = decideVote({
      run,
      voter: person,
      shown: { version: run.version },
      policy,
      groups: groups[run.environment],
      now: deps.clock.now(),
    });
    if (decision.kind === "counted") return true;
    if (decision.rule === "group-unreadable") {
      const { unreadable } = entitlementOf(person.id, policy, groups[run.environment]);
      for (const group of unreadable) unread.add(group);
    }
    return false;
  });
  return {
    waiting: { runs: mine.slice(0, read), total: mine.length },
    unreadGroups: [...unread].toSorted(),
  };
};

/** The environments that are set up. The balance is for those who may approve there. */
const environmentsFor = async (
  deps: Deps,
  person: Person,
  groups: GroupsIn,
): Promise<readonly HomeEnvironment[]> => {
  const shown: HomeEnvironment[] = [];
  for (const environment of environments) {
    if (deps.toloka.connection(environment) === null) continue;
    const policy = deps.policy.environments[environment];
    const { entitlement } = entitlementOf(person.id, policy, groups[environment]);
    shown.push({
      environment,
      mayStart: policy !== null,
      balance: entitlement === null ? { kind: "hidden" } : await shownBalance(deps, environment),
    });
  }
  return shown;
};

/**
 * The facts of a person's Home. Who the person is and who belongs to the approvers is read from Slack, now;
 * Toloka is not asked. Throws SlackFailure when Slack does not say who the person is.
 */
export const homeFor = async (deps: Deps, userId: string): Promise<Home> => {
  const person = await deps.people.find(userId);
  if (person.kind !== "member") return { kind: "outsider", who: person.kind };
  const groups: GroupsIn = {
    sandbox: await readGroups(deps, deps.policy.environments.sandbox),
    production: await readGroups(deps, deps.policy.environments.production),
  };
  const now = deps.clock.now();
  const week = new Date(now.getTime() - weekMs);
  const ownerId = person.id;
  return {
    kind: "member",
    now,
    environments: await environmentsFor(deps, person, groups),
    ...(await waitingFor(deps, person, groups)),
    drafts: await listed(deps, { statuses: ["draft"], ownerId }),
    requests: await listed(deps, {
      statuses: [
        ...(["preparing", "ready", "requested", "approved", "opening"] as const),
        ...(["denied", "void", "expired", "needs_human"] as const),
      ],
      ownerId,
      changedSince: new Date(now.getTime() - requestsLiveMs),
    }),
    running: await listed(deps, { statuses: ["open"] }, "closing"),
    finished: await listed(deps, { statuses: ["closed"], closedSince: week }),
    workspaceUrl: deps.workspaceUrl,
  };
};
