import { nearest } from "./domain/edit-distance.ts";
import { type Setting, settings } from "./settings.ts";

/** One thing that is wrong with a setting. */
export type Complaint = { readonly name: string; readonly got: string; readonly expected: string };

/** Everything that is wrong with the settings, in one message with one line each. */
export class ConfigError extends Error {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[], heading: string, advice: string | null = null) {
    const lines = complaints.map(
      ({ name, got, expected }) => `  ${name}: got ${got}; expected ${expected}`,
    );
    super([heading, ...lines, ...(advice === null ? [] : [advice])].join("\n"));
    this.name = "ConfigError";
    this.complaints = complaints;
  }
}

const byName: ReadonlyMap<string, Setting> = new Map(
  settings.map((setting) => [setting.name, setting]),
);

const longestShown = 60;

/** A value as a complaint shows it: a secret only by its first four characters and its length. */
export const shown = (name: string, value: string | undefined): string => {
  if (value === undefined) return "nothing";
  if (byName.get(name)?.secret !== false) {
    return `${value.slice(0, 4)}... (${value.length} characters)`;
  }
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}...` : value);
};

/** Only keys of this length are compared: short ones such as PORT are near to too many words. */
const shortestCompared = 6;
const sharedPrefix = 3;
const furthest = 2;

/**
 * Finds keys that are most likely misspelt settings: at least six letters on both sides, within two edits
 * of a setting (or the same in other capitals), and alike in their first or last three letters. Any other
 * foreign key is somebody else's and is ignored; so PATH, HOME, USER or SORT never stop a start.
 */
export const misspelt = (keys: readonly string[]): readonly Complaint[] =>
  keys
    .filter((key) => key.length >= shortestCompared && !byName.has(key))
    .flatMap((key) => {
      const candidates = settings
        .map(({ name }) => name)
        .filter((name) => name.length >= shortestCompared && looksAlike(key, name));
      const name = nearest(key.toUpperCase(), candidates, furthest) ?? exact(key, candidates);
      return name === null
        ? []
        : [
            {
              name: key,
              got: "a name that is not a setting",
              expected: `${name}, probably misspelt`,
            },
          ];
    });

const exact = (key: string, candidates: readonly string[]): string | null =>
  candidates.find((name) => name === key.toUpperCase()) ?? null;

const looksAlike = (key: string, name: string): boolean => {
  const upper = key.toUpperCase();
  return (
    upper.slice(0, sharedPrefix) === name.slice(0, sharedPrefix) ||
    upper.slice(-sharedPrefix) === name.slice(-sharedPrefix)
  );
};
