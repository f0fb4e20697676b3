import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROUTES } from "../../../../emulators/toloka/router.ts";
import { createAccount } from "../account.ts";
import { createLab } from "../conformity/lab.ts";
import { BUSINESS_SCENARIOS } from "./business-scenarios.ts";
import { FIELD_SCENARIOS, sendNothing } from "./field-scenarios.ts";
import { OPERATION_TABLE } from "./operation-table.ts";
import { nameOf, note, type Reached, type ReachedRoutes, reasonsOf, tableOf } from "./reached.ts";
import { tour } from "./tour.ts";
import { CONTROL_CODES, UNRAISED_CODES, UNRAISED_FIELD_CODES } from "./unraised-codes.ts";

const page = new URL("../../../../docs/toloka-emulator-codes.md", import.meta.url);
const reached: ReachedRoutes = new Map();

const union = (part: keyof Pick<Reached, "codes" | "fields">): Set<string> =>
  new Set([...reached.values()].flatMap((seen) => [...seen[part]]));

test("every row of the table of operations is served", async () => {
  const { emulator } = createAccount();
  const served = ROUTES.map(nameOf);
  expect(OPERATION_TABLE.filter((row) => !served.includes(row))).toEqual([]);
  for (const { method, path } of ROUTES) {
    const answer = await emulator.fetch(`http://toloka.test${path.replace(":id", "7")}`, {
      method,
    });
    expect([nameOf({ method, path }), answer.status]).toEqual([nameOf({ method, path }), 401]);
  }
});

test.each(Object.entries(BUSINESS_SCENARIOS))("the code %s is reached", async (code, scenario) => {
  const lab = await createLab();
  await scenario(lab);
  const ledger = await lab.control.ledger();
  note(reached, ROUTES, ledger);
  const last = ledger.at(-1)?.response;
  expect(Object(last).code).toBe(code);
});

test.each(Object.entries(FIELD_SCENARIOS))(
  "the field code %s is reached",
  async (code, scenario) => {
    const lab = await createLab();
    await scenario(lab);
    const own: ReachedRoutes = new Map();
    const ledger = await lab.control.ledger();
    note(own, ROUTES, ledger.slice(-1));
    note(reached, ROUTES, ledger);
    expect([...own.values()].flatMap(({ fields }) => [...fields])).toContain(code);
  },
);

test("a fault rule sends the codes that no rule raises", async () => {
  const lab = await createLab();
  const sent = [];
  for (const code of Object.keys(UNRAISED_CODES)) {
    await lab.control.addFault({
      route: "GET /requester",
      kind: "status",
      status: 409,
      code,
      times: 1,
    });
    sent.push((await lab.send("GET", "/requester")).body.code);
  }
  expect(sent).toEqual(Object.keys(UNRAISED_CODES));
});

test("every route answers with success on a tour", async () => {
  for (const lab of await tour()) note(reached, ROUTES, await lab.control.ledger());
  const without = ROUTES.map(nameOf).filter((name) => !reached.get(name)?.statuses.size);
  expect(without).toEqual([]);
});

test("the document shows what was reached, route by route", async () => {
  const lab = await createLab();
  await sendNothing(lab, ROUTES);
  note(reached, ROUTES, await lab.control.ledger());
  const text = [
    "# Codes of the Toloka stand-in",
    "",
    "What each route answers in the tests of the stand-in. A test compares this page with what it sees;",
    "after a change the page is written anew by",
    "",
    "    WRITE_TOLOKA_CODES=1 npx vitest run test/emulators/toloka/codes",
    "",
    tableOf(reached, ROUTES),
    "",
    `The control API answers ${CONTROL_CODES.join(", ")} when a skill in use is removed: the API itself`,
    "has no removal.",
    "",
    "## Codes that no documented rule raises",
    "",
    reasonsOf("code", UNRAISED_CODES),
    "",
    reasonsOf("code of a field", UNRAISED_FIELD_CODES),
    "",
  ].join("\n");
  if (process.env.WRITE_TOLOKA_CODES === "1") writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
});

test("what is said to be unraised is not reached", () => {
  const said = [...Object.keys(UNRAISED_CODES), ...Object.keys(UNRAISED_FIELD_CODES)];
  const found = [...union("codes"), ...union("fields")];
  expect(found.filter((code) => said.includes(code))).toEqual([]);
});
