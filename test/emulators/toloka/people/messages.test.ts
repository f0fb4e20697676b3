import { expect, test } from "vitest";
import { fieldCodes, idOf, type Reply } from "../account.ts";
import { ANNA, BORIS, createPeople } from "./people.ts";

const HELLO = { topic: { EN: "Hello there!" }, text: { EN: "Welcome to Toloka!" } };
const DIRECT = { ...HELLO, recipients_select_type: "DIRECT", answerable: true };

test("a message to one Toloker makes a thread of the outbox", async () => {
  const { account } = await createPeople();
  const { requesterId } = account.emulator.world().store;
  const requester = { id: requesterId, role: "REQUESTER", myself: true };
  const { status, body } = await account.send("POST", "/message-threads/compose", {
    ...DIRECT,
    recipients_ids: [ANNA],
  });
  const created = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect([status, body]).toEqual([
    201,
    {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      topic: HELLO.topic,
      interlocutors_inlined: true,
      interlocutors: [requester, { id: ANNA, role: "USER" }],
      messages_inlined: true,
      messages: [{ text: HELLO.text, from: requester, created }],
      compose_details: { recipients_select_type: "DIRECT", recipients_ids: [ANNA] },
      meta: {},
      folders: ["OUTBOX"],
      answerable: true,
      created,
    },
  ]);
});

test("a message by filter goes to those who pass it, one to all names nobody", async () => {
  const { account } = await createPeople();
  const compose = (body: object) => account.send("POST", "/message-threads/compose", body);
  const french = { and: [{ category: "profile", key: "languages", operator: "IN", value: "FR" }] };
  const german = { and: [{ category: "profile", key: "languages", operator: "IN", value: "DE" }] };
  const byFilter = { ...HELLO, recipients_select_type: "FILTER" };
  const people = ({ status, body }: Reply) => [
    status,
    body.code ??
      (Array.isArray(body.interlocutors) ? body.interlocutors.slice(1) : body.interlocutors),
  ];
  expect([
    people(await compose({ ...byFilter, recipients_filter: french })),
    people(await compose({ ...byFilter, recipients_filter: german })),
    people(await compose({ ...HELLO, recipients_select_type: "ALL", answerable: false })),
    people(await compose({ ...DIRECT, recipients_ids: [ANNA, "nobody"] })),
  ]).toEqual([
    [201, [{ id: BORIS, role: "USER" }]],
    [409, "INCORRECT_RECIPIENTS"],
    [201, []],
    [409, "INCORRECT_RECIPIENTS"],
  ]);
});

test("all wrong fields of a message are named at once", async () => {
  const { account } = await createPeople();
  const compose = async (body: object) =>
    fieldCodes(await account.send("POST", "/message-threads/compose", body));
  const crowd = Array.from({ length: 101 }, () => ANNA);
  const city = { category: "profile", key: "city", operator: "EQ", value: [1] };
  expect([
    await compose({ text: "Hi", answerable: "no" }),
    await compose({ ...DIRECT, recipients_ids: crowd }),
    await compose({ ...DIRECT, recipients_ids: [] }),
    await compose({ ...DIRECT, recipients_ids: [5] }),
    await compose({ ...HELLO, recipients_select_type: "FILTER" }),
    await compose({ ...HELLO, recipients_select_type: "FILTER", recipients_filter: city }),
    await compose({ ...HELLO, recipients_select_type: "SOME" }),
  ]).toEqual([
    [
      "answerable: BOOLEAN_EXPECTED",
      "recipients_select_type: VALUE_REQUIRED",
      "text: OBJECT_EXPECTED",
      "topic: VALUE_REQUIRED",
    ],
    ["recipients_ids: ARRAY_SIZE_GREATER_THAN_MAX"],
    ["recipients_ids: ARRAY_SIZE_LESS_THAN_MIN"],
    ["recipients_ids.0: STRING_EXPECTED"],
    ["recipients_filter: VALUE_REQUIRED"],
    ["recipients_filter.operator: INVALID_VALUE", "recipients_filter.value: SIMPLE_VALUE_EXPECTED"],
    ["recipients_select_type: UNKNOWN_ENUM_VALUE"],
  ]);
});

test("a Toloker's letter lies unread in the inbox, is answered, and is moved", async () => {
  const { account, people } = await createPeople();
  const { send } = account;
  const letter = { user_id: ANNA, topic: { EN: "Why?" }, text: { EN: "Why rejected?" } };
  const id = await people.writeMessage(letter);
  const foldersAfter = async (action: string, body: object) => {
    const reply = await send("POST", `/message-threads/${id}/${action}`, body);
    return [reply.status, reply.body.folders];
  };
  expect([
    await foldersAfter("reply", { text: { EN: "Thank you very much!" } }),
    await foldersAfter("add-to-folders", { folders: ["IMPORTANT", "INBOX"] }),
    await foldersAfter("remove-from-folders", { folders: ["UNREAD"] }),
  ]).toEqual([
    [201, ["INBOX", "UNREAD", "OUTBOX"]],
    [201, ["INBOX", "OUTBOX", "IMPORTANT", "UNREAD"]],
    [201, ["INBOX", "OUTBOX", "IMPORTANT"]],
  ]);
  await people.writeMessage({ user_id: ANNA, thread_id: id, text: { EN: "Ok" } });
  const unread = await send("GET", "/message-threads?folder=UNREAD,AUTOMATIC_NOTIFICATION");
  expect(unread.body).toMatchObject({
    items: [{ id, messages: [{ from: { id: ANNA, role: "USER" } }, {}, { text: { EN: "Ok" } }] }],
    has_more: false,
  });
  const rest = await send("GET", "/message-threads?folder_ne=INBOX");
  expect(rest.body).toEqual({ items: [], has_more: false });
});

test("folders and threads that are not there are refused", async () => {
  const { account, people } = await createPeople();
  const { send } = account;
  const id = await people.writeMessage({ user_id: ANNA, text: { EN: "Hi" } });
  const path = `/message-threads/${id}/add-to-folders`;
  expect([
    fieldCodes(await send("GET", "/message-threads?folder=ATTIC")),
    fieldCodes(await send("POST", path, { folders: ["ATTIC"] })),
    fieldCodes(await send("POST", path, { folders: [] })),
    fieldCodes(await send("POST", `/message-threads/${id}/reply`, {})),
    (await send("POST", "/message-threads/7/reply", { text: { EN: "Hi" } })).body.code,
  ]).toEqual([
    ["folder: UNKNOWN_ENUM_VALUE"],
    ["folders.0: UNKNOWN_ENUM_VALUE"],
    ["folders: ARRAY_SIZE_LESS_THAN_MIN"],
    ["text: VALUE_REQUIRED"],
    "DOES_NOT_EXIST",
  ]);
});

test("one message to all goes out a day", async () => {
  const { account } = await createPeople({ rateLimitFactor: 1 });
  await account.control.freeze();
  const all = { ...HELLO, recipients_select_type: "ALL" };
  const compose = () => account.send("POST", "/message-threads/compose", all);
  const first = await compose();
  const second = await compose();
  await account.control.advance({ seconds: 86_400 });
  const third = await compose();
  expect([first.status, second.status, second.body.payload, third.status]).toEqual([
    201,
    429,
    { interval: "DAY" },
    201,
  ]);
  expect(idOf(third) > idOf(first)).toBe(true);
});
