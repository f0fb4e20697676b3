import { expect, test } from "vitest";
import { fieldCodes, idOf } from "../account.ts";
import { ANNA, BORIS, createPeople } from "./people.ts";

const TITLE = { public_title: { EN: "Perfect job!" } };
const OPERATION_ID = "1b4e28ba-2fa1-4d1b-883f-0016d3cca427";

test("a bonus costs its amount and the fee, and can be read again", async () => {
  const { account } = await createPeople({ balance: 10 });
  const { send } = account;
  const body = {
    user_id: ANNA,
    amount: 0.5,
    private_comment: "Good job!",
    ...TITLE,
    public_message: { EN: "You are the best!" },
  };
  const made = await send("POST", "/user-bonuses", body);
  expect([made.status, made.body]).toEqual([
    201,
    {
      ...body,
      without_message: false,
      id: expect.stringMatching(/^\d+$/),
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
  ]);
  await send("POST", "/user-bonuses", { user_id: BORIS, amount: 0.005, without_message: true });
  expect((await send("GET", "/requester")).body.balance).toBe(10 - 0.65 - 0.01);
  expect((await send("GET", `/user-bonuses/${idOf(made)}`)).body).toEqual(made.body);
  const byComment = await send("GET", "/user-bonuses?private_comment=Good%20job!&sort=-created");
  expect(byComment.body).toEqual({ items: [made.body], has_more: false });
  expect((await send("GET", `/user-bonuses?user_id=${BORIS}`)).body).toMatchObject({
    items: [{ amount: 0.005, without_message: true }],
  });
  expect((await send("GET", "/user-bonuses/7")).body.code).toBe("DOES_NOT_EXIST");
});

test("wrong bonuses are refused with every wrong field, skipped ones by their index", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const bad = { user_id: "nobody", amount: 0.004, assignment_id: "7" };
  const silent = { user_id: ANNA, amount: 101, without_message: true, ...TITLE };
  const good = { user_id: ANNA, amount: 1, ...TITLE };
  expect(fieldCodes(await send("POST", "/user-bonuses", bad))).toEqual([
    "amount: VALUE_LESS_THAN_MIN",
    "assignment_id: ENTITY_DOES_NOT_EXIST",
    "public_message: VALUE_REQUIRED",
    "public_title: VALUE_REQUIRED",
    "user_id: ENTITY_DOES_NOT_EXIST",
  ]);
  expect(fieldCodes(await send("POST", "/user-bonuses", [good, silent]))).toEqual([
    "1.amount: VALUE_GREATER_THAN_MAX",
    "1.public_title: VALUE_NOT_ALLOWED",
  ]);
  const partial = await send("POST", "/user-bonuses?skip_invalid_items=True", [silent, good]);
  expect([partial.status, partial.body]).toEqual([
    201,
    {
      items: { 1: { ...good, without_message: false, id: "3001", created: expect.any(String) } },
      validation_errors: {
        0: {
          amount: {
            code: "VALUE_GREATER_THAN_MAX",
            message: "Value must be less or equal to 100",
            params: [100],
          },
          public_title: { code: "VALUE_NOT_ALLOWED", message: "Unknown field name" },
        },
      },
    },
  ]);
});

test("the same bonus twice in a request is a conflict without an envelope", async () => {
  const { account } = await createPeople();
  const bonus = { user_id: ANNA, amount: 1, ...TITLE };
  const refused = await account.send("POST", "/user-bonuses", [bonus, bonus]);
  expect([refused.status, refused.body]).toEqual([
    409,
    {
      user_id: {
        code: "ENTITY_CONFLICT",
        message:
          "It is not allowed to apply multiple bonuses with the same amount, title, message and comment to same Toloker in single operation",
      },
    },
  ]);
});

test("bonuses beyond the balance are not paid, not even in part", async () => {
  const { account } = await createPeople({ balance: 1 });
  const { send } = account;
  const two = [ANNA, BORIS].map((user_id) => ({ user_id, amount: 0.5, ...TITLE }));
  const refused = await send("POST", "/user-bonuses", two);
  const later = await send("POST", "/user-bonuses?async_mode=true", two);
  expect([refused.status, refused.body.code, later.body.status, later.body.details]).toEqual([
    409,
    "NOT_ENOUGH_BALANCE",
    "FAIL",
    { total_count: 2, valid_count: 2, not_valid_count: 0, success_count: 0, failed_count: 2 },
  ]);
  expect((await send("GET", "/requester")).body.balance).toBe(1);
});

test("an asynchronous request logs what was paid and what was wrong", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const good = { user_id: ANNA, amount: 1, ...TITLE };
  const bad = { user_id: "nobody", amount: 1, ...TITLE };
  const path = `/user-bonuses?async_mode=true&skip_invalid_items=true&operation_id=${OPERATION_ID}`;
  const { status, body } = await send("POST", path, [good, bad]);
  expect([status, body]).toMatchObject([
    202,
    {
      id: OPERATION_ID,
      type: "USER_BONUS.BATCH_CREATE",
      status: "SUCCESS",
      parameters: { skip_invalid_items: true },
      details: {
        total_count: 2,
        valid_count: 1,
        not_valid_count: 1,
        success_count: 1,
        failed_count: 1,
      },
    },
  ]);
  const log: unknown = JSON.parse((await send("GET", `/operations/${OPERATION_ID}/log`)).text);
  expect(log).toEqual([
    {
      type: "USER_BONUS_PERSIST",
      success: true,
      input: good,
      output: { user_bonus_id: "3001" },
    },
    {
      type: "USER_BONUS_VALIDATE",
      success: false,
      input: bad,
      output: { user_id: { code: "ENTITY_DOES_NOT_EXIST", message: "Entity does not exist" } },
    },
  ]);
});

test("an operation id is used once, in either mode", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const path = `/user-bonuses?operation_id=${OPERATION_ID}`;
  const bonus = { user_id: ANNA, amount: 1, ...TITLE };
  const codes = [];
  for (const query of ["", "", "&async_mode=true"]) {
    const { status, body } = await send("POST", `${path}${query}`, bonus);
    codes.push([status, body.code]);
  }
  expect(codes).toEqual([
    [201, undefined],
    [409, "OPERATION_ALREADY_EXISTS"],
    [409, "OPERATION_ALREADY_EXISTS"],
  ]);
  expect((await send("GET", `/operations/${OPERATION_ID}`)).body.status).toBe("SUCCESS");
  expect((await send("GET", "/user-bonuses")).body).toMatchObject({ items: [{ amount: 1 }] });
});

test("a synchronous request holds a hundred bonuses", async () => {
  const { account } = await createPeople();
  const { send } = account;
  const bonuses = Array.from({ length: 101 }, (_, index) => ({
    user_id: ANNA,
    amount: 0.01 + index / 100,
    ...TITLE,
  }));
  const over = await send("POST", "/user-bonuses", bonuses);
  const fits = await send("POST", "/user-bonuses", bonuses.slice(1));
  expect([over.status, over.body.code, fits.status]).toEqual([413, "ENTITY_TOO_LARGE", 201]);
});
