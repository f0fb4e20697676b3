import type { DraftPage, Run } from "../domain/run.ts";

/** The pages of a run's forms, in order: a page that its answers make needless is left out. */
const pagesOf = (run: Run): readonly DraftPage[] => {
  if (run.poolId !== null) return ["tasks", "report"];
  switch (run.kind) {
    case "run": {
      return run.projectId !== null
        ? ["start", "pool", "tasks", "report", "review"]
        : ["start", "project", "pool", "tasks", "report", "review"];
    }
    case "project":
      return ["project"];
    case "pool":
      return ["pool"];
    case "tasks":
    case "adopted":
      return ["tasks", "report"];
  }
};

/** The page after the present one; null when the present one is the last. */
export const nextPage = (run: Run): DraftPage | null => {
  const pages = pagesOf(run);
  return pages[pages.indexOf(run.page) + 1] ?? null;
};

/** The page that Back leads to; the report leads back to the tasks. */
export const previousPage = (run: Run): DraftPage => {
  const pages = pagesOf(run);
  return pages[Math.max(0, pages.indexOf(run.page) - 1)] ?? run.page;
};

/**
 * The run turned back to the page that a form shows, which may be an earlier one when the draft is open in
 * two windows; null when the draft has not come that far, so that no page can be jumped over.
 */
export const turnedTo = (run: Run, page: DraftPage): Run | null => {
  const pages = pagesOf(run);
  const shown = pages.indexOf(page);
  return shown < 0 || shown > pages.indexOf(run.page) ? null : { ...run, page };
};
