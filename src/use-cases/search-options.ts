import type { Environment } from "../domain/environment.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";

/** A choice of a live search: the object's number and how it is called. */
type SearchOption = { readonly id: string; readonly name: string };

/** What can be searched. */
export type SearchSubject = "projects" | "pools";

/** A list read this recently is searched again without asking Toloka, in milliseconds. */
const freshMs = 20_000;

/** A list this old is read again when it has nothing that matches, in milliseconds. */
const missMs = 1_000;

/** So many choices are offered. */
const offered = 50;

/** Reads everything that can be chosen. */
const readAll = async (
  connection: TolokaConnection,
  subject: SearchSubject,
): Promise<readonly SearchOption[]> => {
  const all: SearchOption[] = [];
  if (subject === "projects") {
    for await (const page of connection.projects({ status: "ACTIVE" })) {
      for (const project of page) all.push({ id: project.id, name: project.publicName });
    }
    return all;
  }
  for await (const page of connection.pools({})) {
    for (const pool of page) {
      if (pool.status === "OPEN" || pool.status === "CLOSED")
        all.push({ id: pool.id, name: pool.privateName });
    }
  }
  return all;
};

/** Searches by name or number; newest first. */
export type SearchOptions = (
  environment: Environment,
  subject: SearchSubject,
  typed: string,
) => Promise<readonly SearchOption[]>;

/** Whether a choice is meant by what was typed: a part of its name, the start of its number, or its whole text. */
const isMeant = ({ id, name }: SearchOption, wanted: string): boolean =>
  id.startsWith(wanted) ||
  name.toLowerCase().includes(wanted) ||
  `${name} (${id})`.toLowerCase() === wanted;

/**
 * A live search that answers while the person types: lists are kept for a moment, so that each further
 * letter costs no call. What a kept list does not have may be new, so then it is read again. Throws
 * TolokaError when Toloka cannot be read.
 */
export const createSearch = (deps: Deps): SearchOptions => {
  const kept = new Map<
    string,
    { readonly at: number; readonly list: Promise<readonly SearchOption[]> }
  >();
  return async (environment, subject, typed) => {
    const connection = deps.toloka.connection(environment);
    if (connection === null) return [];
    const key = `${environment}:${subject}`;
    const wanted = typed.trim().toLowerCase();
    const matches = async (oldestMs: number): Promise<readonly SearchOption[]> => {
      const now = deps.clock.now().getTime();
      const known = kept.get(key);
      const isFresh = known !== undefined && now - known.at < oldestMs;
      const list = isFresh ? known.list : readAll(connection, subject);
      if (!isFresh) kept.set(key, { at: now, list });
      try {
        const found = (await list).filter((option) => isMeant(option, wanted));
        return found.slice(-offered).reverse();
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    };
    const found = await matches(freshMs);
    return found.length > 0 ? found : matches(missMs);
  };
};
