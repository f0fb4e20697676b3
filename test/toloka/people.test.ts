import { expect, test } from "vitest";
import { createPeopleControl } from "../../emulators/toloka/control-people-client.ts";
import { createTolokaEmulator } from "../../emulators/toloka/emulator.ts";
import { createTolokaAccount } from "../../src/toloka/account.ts";
import { answering, apiKey, collect, empty, failureOf, json, recorded } from "./support.ts";

const anna = "a1b0b42923c429daa2c764d7ccfc364d";
const url = "http://toloka.test";

const accountAt = (answer: typeof fetch) =>
  createTolokaAccount({
    environment: "sandbox",
    baseUrl: `${url}/api`,
    authorization: "ApiKey",
    apiKey,
    fetch: answer,
  });

const prepare = async () => {
  const emulator = createTolokaEmulator({ apiKey });
  const control = createPeopleControl(url, (request) => emulator.fetch(request));
  await control.plantTolokers({ id: anna });
  return accountAt(emulator.fetch);
};

test("a skill is made, given with a fraction, listed and taken away", async () => {
  const { people } = await prepare();
  const { raw: _raw, ...skill } = await people.createSkill({ name: "Shoes", hidden: false });
  const given = await people.setUserSkill(skill.id, anna, 62.5);
  const skills = await collect(people.skills({ name: "Shoes" }));
  const values = await collect(people.userSkills({ skillId: skill.id, userId: anna }));
  await people.deleteUserSkill(given.id);
  const after = await collect(people.userSkills({ userId: anna }));
  expect(skill).toEqual({
    id: expect.any(String),
    name: "Shoes",
    privateComment: "",
    hidden: false,
    isGlobal: false,
  });
  expect([given.value, skills.flat().map(({ id }) => id), values, after]).toEqual([
    62.5,
    [skill.id],
    [[given]],
    [],
  ]);
  const { facts } = await failureOf(people.deleteUserSkill(given.id));
  expect([facts.code, facts.outcome]).toEqual(["DOES_NOT_EXIST", "refused"]);
});

test("a Toloker is banned until a date, and the ban is lifted", async () => {
  const { people } = await prepare();
  const willExpire = new Date("2099-01-01T00:00:00Z");
  const ban = { userId: anna, scope: "ALL_PROJECTS", privateComment: "bot", willExpire } as const;
  const banned = await people.restrict(ban);
  const listed = await collect(people.restrictions({ userId: anna }));
  await people.liftRestriction(banned.id);
  const after = await collect(people.restrictions({ userId: anna }));
  const { raw: _raw, ...read } = banned;
  expect(read).toEqual({
    id: expect.any(String),
    ...ban,
    projectId: null,
    poolId: null,
  });
  expect([listed, after]).toEqual([[[banned]], []]);
});

test("a ban names its project or its pool", async () => {
  const { fetch, seen } = answering(() => json(recorded("user-restrictions.get.res.json")));
  const { people } = accountAt(fetch);
  const common = { userId: anna, privateComment: "Many mistakes" };
  await people.restrict({ ...common, scope: "PROJECT", projectId: "10" });
  await people.restrict({ ...common, scope: "POOL", poolId: "21" });
  const body = { user_id: anna, private_comment: "Many mistakes" };
  expect(seen.map((request): unknown => JSON.parse(request.body))).toEqual([
    { ...body, scope: "PROJECT", project_id: "10" },
    { ...body, scope: "POOL", pool_id: "21" },
  ]);
});

test("a subscription is made with its secret, listed, tried out and ended", async () => {
  const made = recorded("webhook-subscriptions.get.res.json");
  const { fetch, seen } = answering(
    () => json(made, 201),
    () => json({ items: [made], has_more: false }),
    () => json(recorded("webhook-subscriptions.test.res.json"), 201),
    () => json({ success: true }, 201),
    () => empty(204),
  );
  const { webhooks } = accountAt(fetch);
  const subscription = await webhooks.subscribe({
    poolId: "1080020",
    eventType: "ASSIGNMENT_APPROVED",
    url: "https://example.com/toloka-webhook",
    secretKey: "12345",
  });
  const listed = await collect(webhooks.subscriptions({ poolId: "1080020" }));
  const trials = [await webhooks.tryOut(subscription.id), await webhooks.tryOut(subscription.id)];
  await webhooks.unsubscribe(subscription.id);
  expect([listed, trials]).toEqual([
    [[subscription]],
    [
      { success: true, errorType: "WRONG_STATUS_CODE", status: 1 },
      { success: true, errorType: null, status: null },
    ],
  ]);
  const base = `${url}/api/v1/webhook-subscriptions`;
  const id = "62ee14ada451956b21388859";
  expect(seen.map((request) => [request.method, request.url])).toEqual([
    ["PUT", base],
    ["GET", `${base}?pool_id=1080020&sort=id&limit=300`],
    ["POST", `${base}/${id}/test`],
    ["POST", `${base}/${id}/test`],
    ["DELETE", `${base}/${id}`],
  ]);
  expect(JSON.parse(seen[0]?.body ?? "")).toMatchObject({ secret_key: "12345" });
});
