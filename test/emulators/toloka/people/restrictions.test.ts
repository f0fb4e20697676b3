import { expect, test } from "vitest";
import { fieldCodes, idOf } from "../account.ts";
import { ANNA, BORIS, createPeople } from "./people.ts";

const DATE = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);

test("a ban is set, replaced under its id, listed by scope and lifted", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const projectId = await account.project();
  const body = {
    scope: "PROJECT",
    user_id: ANNA,
    project_id: Number(projectId),
    private_comment: "Many mistakes",
    will_expire: "2099-03-28T18:08:07",
  };
  const first = await send("PUT", "/user-restrictions", body);
  const whole = {
    id: expect.stringMatching(/^\d+$/),
    scope: "PROJECT",
    user_id: ANNA,
    project_id: projectId,
    private_comment: "Many mistakes",
    will_expire: "2099-03-28T18:08:07.000",
    created: DATE,
  };
  expect([first.status, first.body]).toEqual([200, whole]);
  const { will_expire: _end, ...endless } = body;
  const second = await send("PUT", "/user-restrictions", endless);
  const { will_expire: _date, ...forever } = whole;
  expect(second.body).toEqual({ ...forever, id: idOf(first) });
  await send("PUT", "/user-restrictions", { scope: "ALL_PROJECTS", user_id: BORIS });
  const listed = await send("GET", `/user-restrictions?scope=PROJECT&project_id=${projectId}`);
  expect(listed.body).toEqual({ items: [second.body], has_more: false });
  expect((await send("GET", "/user-restrictions?sort=-id")).body).toMatchObject({
    items: [{ user_id: BORIS }, { user_id: ANNA }],
  });
  const path = `/user-restrictions/${idOf(first)}`;
  const statuses = [];
  for (const method of ["GET", "DELETE", "DELETE"])
    statuses.push((await send(method, path)).status);
  expect(statuses).toEqual([200, 204, 404]);
});

test("a ban names its place, and a list by scope does too", async () => {
  const { account } = await createPeople();
  const put = async (body: object) =>
    fieldCodes(await account.send("PUT", "/user-restrictions", { user_id: ANNA, ...body }));
  const list = async (query: string) =>
    fieldCodes(await account.send("GET", `/user-restrictions?${query}`));
  expect([
    await put({ scope: "POOL" }),
    await put({ scope: "PROJECT", project_id: "7" }),
    await put({ scope: "TOWN", private_comment: "x".repeat(500), will_expire: "soon" }),
    await put({ user_id: "nobody", scope: "ALL_PROJECTS" }),
    await list("scope=POOL"),
    await list("scope=PROJECT"),
  ]).toEqual([
    ["pool_id: VALUE_REQUIRED"],
    ["project_id: ENTITY_DOES_NOT_EXIST"],
    [
      "private_comment: STRING_LENGTH_GREATER_THAN_MAX",
      "scope: UNKNOWN_ENUM_VALUE",
      "will_expire: INVALID_DATE_TIME_SYNTAX",
    ],
    ["user_id: ENTITY_DOES_NOT_EXIST"],
    ["pool_id: VALUE_REQUIRED"],
    ["project_id: VALUE_REQUIRED"],
  ]);
});

test("a ban of the platform is shown and left alone", async () => {
  const { account, people } = await createPeople();
  const id = await people.restrictBySystem(BORIS);
  const asked = { scope: "SYSTEM", user_id: ANNA };
  const replies = [
    await account.send("GET", `/user-restrictions/${id}`),
    await account.send("DELETE", `/user-restrictions/${id}`),
    await account.send("PUT", "/user-restrictions", asked),
  ];
  expect(replies.map(({ status, body }) => [status, body.scope ?? body.code])).toEqual([
    [200, "SYSTEM"],
    [409, "SYSTEM_SCOPE_MODIFICATION"],
    [409, "SYSTEM_SCOPE_MODIFICATION"],
  ]);
});

test("what is known of a Toloker can be read, and of a stranger nothing", async () => {
  const { account } = await createPeople();
  const boris = await account.send("GET", `/user-metadata/${BORIS}`);
  expect([boris.status, boris.body]).toEqual([
    200,
    {
      id: BORIS,
      country: "IN",
      languages: ["FR"],
      attributes: {
        country_by_phone: "IN",
        country_by_ip: "IN",
        client_type: "TOLOKA_APP",
        user_agent_type: "OTHER",
        device_category: "SMARTPHONE",
        os_family: "ANDROID",
        os_version: 10,
        os_version_major: 10,
        os_version_minor: 0,
        os_version_bugfix: 0,
      },
      adult_allowed: true,
    },
  ]);
  expect((await account.send("GET", "/user-metadata/nobody")).body.code).toBe("DOES_NOT_EXIST");
});
