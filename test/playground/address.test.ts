import { describe, expect, test } from "vitest";
import {
  addressOf,
  permalinkOf,
  placeBehind,
  placeIn,
  tolokerBehind,
} from "../../playground/page/src/workspace/address.ts";

const nowhere = { channel: null, thread: null, message: null, isHome: false };
const workspace = {
  team: { id: "T1", domain: "labs" },
  app: { id: "A1" },
  channels: [
    { id: "C1", kind: "public" },
    { id: "D1", kind: "im" },
  ],
};

describe("the address says what the window shows", () => {
  test.each([
    ["/?as=rita", { ...nowhere, as: "rita" }],
    ["/?as=alan&channel=labelling", { ...nowhere, as: "alan", channel: "labelling" }],
    [
      "/?as=rita&channel=C1&thread=1796000000.000100&message=1796000001.000200",
      { as: "rita", channel: "C1", thread: "1796000000.000100", message: "1796000001.000200" },
    ],
    ["/?as=rita&channel=lifeguard&tab=home", { as: "rita", channel: "lifeguard", isHome: true }],
  ])("%s, and back", (address, place) => {
    const whole = { ...nowhere, ...place };
    expect(placeIn(address.slice(1))).toEqual(whole);
    expect(addressOf(whole)).toBe(address);
  });

  test("an empty one is rita's, and times that are none are left out", () => {
    expect(placeIn("")).toEqual({ ...nowhere, as: "rita" });
    expect(placeIn("?thread=soon&message=1&tab=other")).toEqual({ ...nowhere, as: "rita" });
  });
});

describe("a link into the workspace is followed inside the page", () => {
  test.each([
    ["https://labs.slack.com/archives/C1", { channel: "C1" }],
    [
      "https://labs.slack.com/archives/C1/p1796000000000100",
      { channel: "C1", message: "1796000000.000100" },
    ],
    [
      "https://labs.slack.com/archives/C1/p1796000001000200?thread_ts=1796000000.000100&cid=C1",
      { channel: "C1", message: "1796000001.000200", thread: "1796000000.000100" },
    ],
    ["slack://channel?team=T1&id=C1", { channel: "C1" }],
    ["slack://app?team=T1&id=A1&tab=home", { channel: "D1", isHome: true }],
    ["slack://app?team=T1&id=A1&tab=messages", { channel: "D1" }],
  ])("%s", (link, place) => {
    expect(placeBehind(link, workspace)).toEqual({ ...nowhere, ...place, as: undefined });
  });

  test.each([
    "https://other.slack.com/archives/C1/p1796000000000100",
    "https://labs.slack.com/files/U1/F1/a.csv",
    "https://example.com/archives/C1/p1796000000000100",
    "slack://channel?team=T2&id=C1",
    "slack://app?team=T1&id=A2&tab=home",
    "mailto:a@example.com",
    "/gallery",
    "",
  ])("%j leads elsewhere", (link) => {
    expect(placeBehind(link, workspace)).toBeNull();
  });

  test("a message's permalink leads back to it, in its thread when it stands in one", () => {
    const root = { ts: "1796000000.000100", thread_ts: "1796000000.000100" };
    expect(permalinkOf(workspace.team, "C1", root)).toBe(
      "https://labs.slack.com/archives/C1/p1796000000000100",
    );
    const reply = { ts: "1796000001.000200", thread_ts: root.ts };
    expect(placeBehind(permalinkOf(workspace.team, "C1", reply), workspace)).toEqual({
      ...{ channel: "C1", message: reply.ts, thread: root.ts, isHome: false },
    });
  });
});

test.each([
  [
    "https://platform.sandbox.toloka.ai/requester/project/83001/pool/36500001",
    "/toloker?pool=36500001",
  ],
  ["https://platform.toloka.ai/requester/project/1/pool/2", "/toloker?pool=2"],
  ["https://platform.sandbox.toloka.ai/requester/project/83001", null],
  ["https://platform.sandbox.toloka.ai.example/requester/project/1/pool/2", null],
  ["https://example.com/requester/project/1/pool/2", null],
])("a link to a pool on Toloka's page leads to its tasks here: %s", (link, wanted) => {
  expect(tolokerBehind(link)).toBe(wanted);
});
