import { expect, test } from "vitest";
import {
  draftPages,
  prepareSteps,
  restingStatuses,
  runKinds,
  runStatuses,
} from "../../src/domain/run.ts";

test("the names that the database holds stay as older versions wrote them", () => {
  expect(runKinds).toEqual(["run", "project", "pool", "tasks", "adopted"]);
  expect(prepareSteps).toEqual(["project", "pool", "upload", "verify"]);
  expect(draftPages).toEqual(["start", "project", "pool", "tasks", "report", "review"]);
  expect(runStatuses).toEqual([
    ...["draft", "preparing", "done", "ready", "requested", "approved", "opening", "open"],
    ...["closed", "denied", "void", "expired", "cancelled", "needs_human"],
  ]);
});

test("a run rests exactly where nothing happens by itself and nobody is asked", () => {
  const moving = ["draft", "preparing", "done", "requested", "approved", "opening", "open"];
  expect(restingStatuses).toEqual(runStatuses.filter((status) => !moving.includes(status)));
});
