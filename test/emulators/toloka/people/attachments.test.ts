import { expect, test } from "vitest";
import { fieldCodes } from "../account.ts";
import { ANNA, BORIS, createPeople } from "./people.ts";

const POOL = "154";
const BYTES = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0xfe]);

test("files are listed by pool or answer and come back byte for byte", async () => {
  const { account, people } = await createPeople();
  const { send, emulator } = account;
  const attach = (name: string, user_id: string, assignment_id: string) =>
    people.attach({
      name,
      media_type: "image/jpeg",
      user_id,
      assignment_id,
      pool_id: POOL,
      content: BYTES.toString("base64"),
    });
  const first = await attach("37540601.jpg", ANNA, "a-1");
  const second = await attach("обувь.jpg", BORIS, "a-2");
  const whole = {
    id: first,
    attachment_type: "ASSIGNMENT_ATTACHMENT",
    name: "37540601.jpg",
    details: { user_id: ANNA, assignment_id: "a-1", pool_id: POOL },
    owner: { id: emulator.world().store.requesterId, myself: true },
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    media_type: "image/jpeg",
  };
  expect((await send("GET", `/attachments/${first}`)).body).toEqual(whole);
  const queries = [
    "assignment_id=a-1",
    `pool_id=${POOL}&user_id=${ANNA}&type=ASSIGNMENT_ATTACHMENT`,
  ];
  for (const query of [...queries, `pool_id=${POOL}&name=37540601.jpg`]) {
    const { body } = await send("GET", `/attachments?${query}`);
    expect(body).toEqual({ items: [whole], has_more: false });
  }
  const other = await send("GET", `/attachments?pool_id=${POOL}&owner_id=${BORIS}`);
  expect(other.body).toEqual({ items: [], has_more: false });

  const url = `http://toloka.test/api/v1/attachments/${second}/download`;
  const file = await emulator.fetch(url, { headers: { authorization: "ApiKey test-key" } });
  expect([
    file.status,
    file.headers.get("content-type"),
    file.headers.get("content-disposition"),
    Buffer.from(await file.arrayBuffer()),
  ]).toEqual([
    200,
    "image/jpeg",
    "attachment; filename*=UTF-8''%D0%BE%D0%B1%D1%83%D0%B2%D1%8C.jpg",
    BYTES,
  ]);
});

test("a list of files names a pool or an answer; unknown files are not there", async () => {
  const { account } = await createPeople();
  const { send } = account;
  expect([
    fieldCodes(await send("GET", "/attachments?type=SELFIE")),
    (await send("GET", "/attachments/7")).body.code,
    (await send("GET", "/attachments/7/download")).body.code,
  ]).toEqual([
    ["pool_id: VALUE_REQUIRED", "type: UNKNOWN_ENUM_VALUE"],
    "DOES_NOT_EXIST",
    "DOES_NOT_EXIST",
  ]);
});
