import { expect, test } from "vitest";
import { fieldCodes, idOf } from "../account.ts";
import { ANNA, createPeople } from "./people.ts";

const DATE = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);

test("a skill is made, read, listed by its name and replaced as a whole", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const made = await send("POST", "/skills", {
    name: "Programmer",
    public_name: { EN: "Programmer" },
    skill_ttl_hours: 24,
    unknown: { kept: true },
    id: "1",
    global: true,
  });
  const whole = {
    id: expect.stringMatching(/^\d+$/),
    name: "Programmer",
    public_name: { EN: "Programmer" },
    skill_ttl_hours: 24,
    unknown: { kept: true },
    private_comment: "",
    hidden: true,
    deprecated: false,
    owner: { id: account.emulator.world().store.requesterId, myself: true },
    created: DATE,
    global: false,
  };
  expect([made.status, made.body]).toEqual([201, whole]);
  await send("POST", "/skills", { name: "Painter" });
  const found = await send("GET", "/skills?name=Programmer&global=false&sort=id");
  expect(found.body).toEqual({ items: [whole], has_more: false });
  const put = await send("PUT", `/skills/${idOf(made)}`, { name: "Poet", hidden: false });
  const { public_name: _name, skill_ttl_hours: _ttl, unknown: _unknown, ...rest } = whole;
  expect([put.status, put.body]).toEqual([200, { ...rest, name: "Poet", hidden: false }]);
  expect((await send("GET", `/skills/${idOf(made)}`)).body).toEqual(put.body);
  expect((await send("GET", "/skills/7")).body.code).toBe("DOES_NOT_EXIST");
});

test("all wrong fields of a skill are named at once", async () => {
  const { account } = await createPeople();
  const refused = await account.send("POST", "/skills", {
    name: " ",
    hidden: "yes",
    deprecated: 1,
    skill_ttl_hours: 0,
    public_name: {},
    public_requester_description: { EN: 5 },
    private_comment: [],
  });
  expect([refused.status, fieldCodes(refused)]).toEqual([
    400,
    [
      "deprecated: BOOLEAN_EXPECTED",
      "hidden: BOOLEAN_EXPECTED",
      "name: BLANK_STRING_NOT_ALLOWED",
      "private_comment: STRING_EXPECTED",
      "public_name: EMPTY_OBJECT_NOT_ALLOWED",
      "public_requester_description.EN: STRING_EXPECTED",
      "skill_ttl_hours: VALUE_LESS_THAN_MIN",
    ],
  ]);
});

test("skills of the platform and of a training are not changed", async () => {
  const { account, people } = await createPeople();
  const { send } = account;
  const english = await people.plantSkill({ id: "26366", name: "English" });
  const training = await people.plantSkill({ name: "Shoes training", training: true });
  const put = async (id: string) =>
    (await send("PUT", `/skills/${id}`, { name: "Mine" })).body.code;
  const give = (skillId: string) =>
    send("PUT", "/user-skills", { skill_id: skillId, user_id: ANNA, value: 5 });
  expect([await put(english), await put(training)]).toEqual(["ACCESS_DENIED", "SKILL_IS_TRAINING"]);
  expect(fieldCodes(await give(english))).toEqual(["skill_id: ENTITY_ACCESS_DENIED"]);
  expect((await give(training)).body.code).toBe("SKILL_IS_TRAINING");
  const globals = await send("GET", "/skills?global=true");
  expect(globals.body).toMatchObject({ items: [{ id: english, owner: { myself: false } }] });
});

test("a skill in use is not removed, a removed one takes no values", async () => {
  const { account, people } = await createPeople();
  const { send } = account;
  const skill = idOf(await send("POST", "/skills", { name: "Shoes" }));
  const filter = { and: [{ category: "skill", key: skill, operator: "GT", value: 50 }] };
  const rule = {
    configs: [
      {
        collector_config: { type: "INCOME" },
        rules: [
          {
            conditions: [{ key: "income_sum_for_last_24_hours", operator: "GTE", value: 1 }],
            action: { type: "SET_SKILL", parameters: { skill_id: skill, skill_value: 1 } },
          },
        ],
      },
    ],
  };
  const projectId = await account.project({ quality_control: rule });
  const poolId = await account.pool(projectId, { filter });
  const given = { skill_id: skill, user_id: ANNA, value: 60 };
  const userSkill = idOf(await send("PUT", "/user-skills", given));
  const codes = [await people.removeSkill(skill)];
  await send("POST", `/pools/${poolId}/archive`);
  codes.push(await people.removeSkill(skill));
  await send("POST", `/projects/${projectId}/archive`);
  codes.push(await people.removeSkill(skill));
  await send("DELETE", `/user-skills/${userSkill}`);
  codes.push(await people.removeSkill(skill), await people.removeSkill("7"));
  expect(codes).toEqual([
    "SKILL_IS_USED",
    "SKILL_IS_USED_BY_PROJECTS",
    "WORKER_SKILL_EXISTS",
    undefined,
    "SKILL_REMOVED",
  ]);
  const after = [
    await send("PUT", "/user-skills", given),
    await send("PUT", `/skills/${skill}`, { name: "Again" }),
  ];
  expect(after.map(({ status, body }) => [status, body.code])).toEqual([
    [409, "SKILL_REMOVED"],
    [409, "SKILL_REMOVED"],
  ]);
  expect((await send("GET", "/skills")).body).toEqual({ items: [], has_more: false });
});

test("a Toloker's skill is set, changed under the same id, listed and taken away", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const skill = idOf(await send("POST", "/skills", { name: "Shoes" }));
  const put = (value: number) =>
    send("PUT", "/user-skills", { skill_id: Number(skill), user_id: ANNA, value, reason: "good" });
  const first = await put(50);
  const whole = {
    id: expect.stringMatching(/^\d+$/),
    skill_id: skill,
    user_id: ANNA,
    value: 50,
    exact_value: 50,
    reason: "good",
    created: DATE,
    modified: DATE,
  };
  expect([first.status, first.body]).toEqual([200, whole]);
  await account.control.advance({ seconds: 60 });
  const second = await put(62.5);
  expect(second.body).toEqual({ ...whole, id: idOf(first), value: 63, exact_value: 62.5 });
  expect(second.body.created).toBe(first.body.created);
  const later = await send("GET", `/user-skills?user_id=${ANNA}&modified_gt=${first.body.created}`);
  expect(later.body).toEqual({ items: [second.body], has_more: false });
  const path = `/user-skills/${idOf(first)}`;
  const statuses = [];
  for (const method of ["GET", "DELETE", "DELETE", "GET"]) {
    statuses.push((await send(method, path)).status);
  }
  expect(statuses).toEqual([200, 204, 404, 404]);
});

test("a skill's value needs a known Toloker, a known skill and 0 to 100", async () => {
  const { account } = await createPeople();
  const none = await account.send("PUT", "/user-skills", {});
  const bad = { skill_id: "7", user_id: "nobody", value: 101, reason: 5 };
  expect(fieldCodes(none)).toEqual([
    "skill_id: VALUE_REQUIRED",
    "user_id: VALUE_REQUIRED",
    "value: VALUE_REQUIRED",
  ]);
  expect(fieldCodes(await account.send("PUT", "/user-skills", bad))).toEqual([
    "reason: STRING_EXPECTED",
    "skill_id: ENTITY_DOES_NOT_EXIST",
    "user_id: ENTITY_DOES_NOT_EXIST",
    "value: VALUE_GREATER_THAN_MAX",
  ]);
});
