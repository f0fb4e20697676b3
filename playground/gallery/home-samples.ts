import type { HomeList, MemberHome } from "../../src/domain/home.ts";
import type { Run } from "../../src/domain/run.ts";
import { full, nothingYet } from "./run-samples.ts";
import { friday, run } from "./samples.ts";

const hourMs = 3_600_000;

/** So many hours after the Friday of the gallery. */
export const hoursOn = (hours: number): Date => new Date(friday.getTime() + hours * hourMs);

/** A list of a Home with runs made from the sample; `total` may be more than are shown. */
export const listOf = (changes: readonly Partial<Run>[], total = changes.length): HomeList => ({
  runs: changes.map((change, index) => run({ id: `run-${index + 1}`, ...change })),
  total,
});

const none = listOf([]);

/** A Home on which nothing is, with overrides. */
export const emptyHome = (changes: Partial<MemberHome> = {}): MemberHome => ({
  kind: "member",
  now: friday,
  environments: [{ environment: "sandbox", mayStart: true, balance: { kind: "hidden" } }],
  waiting: none,
  drafts: none,
  requests: none,
  running: none,
  finished: none,
  unreadGroups: [],
  workspaceUrl: "https://acme.slack.com/",
  ...changes,
});

const asked = { status: "requested" } as const;
const open = { status: "open", openedAt: friday } as const;
const closed = { ...full, status: "closed" } as const;

/** A Home with something in each list. */
export const busyHome = (changes: Partial<MemberHome> = {}): MemberHome =>
  emptyHome({
    environments: [
      {
        ...{ environment: "sandbox", mayStart: true },
        balance: { kind: "known", micros: 120_000_000, at: friday },
      },
      {
        ...{ environment: "production", mayStart: true },
        balance: { kind: "known", micros: 42_500_000, at: friday },
      },
    ],
    waiting: listOf([{ ...asked, environment: "production", poolName: "Shoes, batch 14" }]),
    drafts: listOf([
      {
        ...nothingYet,
        input: { project: { public_name: "Categories of boots" } },
        page: "project",
      },
    ]),
    requests: listOf([asked, { status: "ready", request: null }]),
    running: listOf([{ ...open, willExpire: hoursOn(3) }]),
    finished: listOf([
      { ...closed, closeReason: "COMPLETED" },
      { ...closed, closeReason: "EXPIRED", environment: "production" },
    ]),
    ...changes,
  });

/** So many runs in each list, as far as a Home is handed them. */
export const crowdedHome = (total: number, name = "Shoes pool"): MemberHome => {
  const some = (change: Partial<Run>) =>
    listOf(
      Array.from({ length: Math.min(total, 20) }, (_, index) => ({
        ...change,
        poolName: `${name} ${index + 1}`,
      })),
      total,
    );
  return busyHome({
    waiting: some(asked),
    drafts: some({ status: "draft" }),
    requests: some({ status: "denied", ...full }),
    running: some({ ...open, willExpire: hoursOn(3) }),
    finished: some({ ...closed, closeReason: "NOT_ENOUGH_BALANCE" }),
  });
};
