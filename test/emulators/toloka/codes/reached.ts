import type { Route } from "../../../../emulators/toloka/api.ts";
import { isObject } from "../../../../emulators/toloka/json.ts";
import type { LedgerEntry } from "../../../../emulators/toloka/ledger.ts";

/** What was seen of one route: statuses of successes, codes of refusals, codes of fields. */
export type Reached = { statuses: Set<number>; codes: Set<string>; fields: Set<string> };

/** What ledgers show of routes, by the route's method and path. */
export type ReachedRoutes = Map<string, Reached>;

/** The name of a route in the table of operations. */
export function nameOf({ method, path }: Pick<Route, "method" | "path">): string {
  return `${method} ${path.replace(/^\/api\/v1/, "")}`;
}

/** Adds what a ledger shows. */
export function note(
  reached: ReachedRoutes,
  routes: readonly Route[],
  ledger: readonly LedgerEntry[],
) {
  for (const entry of ledger) {
    const route = routeOf(routes, entry);
    const name = route === undefined ? "any other address" : nameOf(route);
    const known = reached.get(name) ?? { statuses: new Set(), codes: new Set(), fields: new Set() };
    reached.set(name, known);
    const { status, response } = entry;
    if (status !== null && status < 300) known.statuses.add(status);
    if (status === null || status < 300 || !isObject(response)) continue;
    if (typeof response.code === "string") known.codes.add(response.code);
    const fields = typeof response.code === "string" ? response.payload : response;
    for (const code of fieldCodesOf(fields)) known.fields.add(code);
  }
}

function fieldCodesOf(map: unknown): string[] {
  if (!isObject(map)) return [];
  return Object.values(map).flatMap((error: unknown) =>
    isObject(error) && typeof error.code === "string" ? [error.code] : [],
  );
}

/** Literal parts of a path beat an id. */
function routeOf(routes: readonly Route[], { method, path }: LedgerEntry): Route | undefined {
  const plain = path.replace(/(.)\/+$/, "$1");
  const fitting = routes.filter(
    (route) =>
      route.method === method && new RegExp(`^${route.path.replace(/:id/g, "[^/]+")}$`).test(plain),
  );
  return fitting.find((route) => route.path === plain) ?? fitting[0];
}

/** The table of the document. */
export function tableOf(reached: ReachedRoutes, routes: readonly Route[]): string {
  const names = [...routes.map(nameOf), "any other address"];
  const rows = names.map((name) => {
    const seen = reached.get(name);
    const cells = [seen?.statuses, seen?.codes, seen?.fields].map((set) =>
      [...(set ?? [])].map(String).sort().join(", "),
    );
    return `| \`${name}\` | ${cells.join(" | ")} |`;
  });
  return ["| route | successes | codes | codes of fields |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}

/** A table of reasons. */
export function reasonsOf(head: string, reasons: { readonly [code: string]: string }): string {
  const rows = Object.entries(reasons).map(([code, why]) => `| ${code} | ${why} |`);
  return [`| ${head} | why not |`, "|---|---|", ...rows].join("\n");
}
