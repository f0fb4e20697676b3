import { z } from "zod";
import {
  faultsAnswer,
  fileAnswer,
  ledgerAnswer,
  okAnswer,
  replayAnswer,
  type SlackState,
  signAnswer,
  stateAnswer,
} from "./control/answers.ts";
import { createControlHttp } from "./control/http-client.ts";
import { createPerson, type SlackPerson } from "./control/person.ts";
import { waitFor } from "./control/wait-for.ts";
import type { FaultRule } from "./faults.ts";
import type { JsonObject } from "./json.ts";
import type { LedgerEntry, LedgerKind } from "./ledger-entry.ts";
import type { Settings } from "./options.ts";
import { type ActResult, actResultSchema } from "./screen.ts";
import type { HandshakeFault } from "./socket-mode/handshake.ts";
import type { DisconnectReason } from "./socket-mode/socket-hub.ts";
import type { Seed } from "./world/seed.ts";

/** How a replayed request differs: a text for each changed part; `resign` signs it again. */
type ReplayAlteration = {
  timestamp?: string;
  rawBody?: string;
  signature?: string;
  resign?: boolean;
};

type UserChange = Partial<
  Record<"name" | "realName" | "tz", string> &
    Record<"isAdmin" | "isRestricted" | "isUltraRestricted" | "isStranger" | "deleted", boolean>
>;

/** The control of a stand-in workspace. People, groups and channels go by name or id; `bot` is the app's bot. */
export type SlackControl = {
  as(nameOrId: string): SlackPerson;
  state(): Promise<SlackState>;
  ledger(since?: number): Promise<LedgerEntry[]>;
  /** The entries of one kind. */
  entries<Kind extends LedgerKind>(
    kind: Kind,
    since?: number,
  ): Promise<Extract<LedgerEntry, { kind: Kind }>[]>;
  reset(seed?: Seed): Promise<void>;
  /** The whole workspace as JSON, for `loadSnapshot`. */
  saveSnapshot(): Promise<JsonObject>;
  loadSnapshot(snapshot: JsonObject): Promise<void>;
  setAppUrl(url: string | null): Promise<void>;
  settings(change: Partial<Settings>): Promise<void>;
  /** Moves the clock of triggers, response_urls and message times. */
  advance(ms: number): Promise<void>;
  addFault(rule: FaultRule): Promise<void>;
  faults(): Promise<(FaultRule & { seen: number; hit: number })[]>;
  clearFaults(): Promise<void>;
  setGroupMembers(group: string, users: readonly string[]): Promise<void>;
  changeUser(user: string, change: UserChange): Promise<void>;
  deactivate(user: string): Promise<void>;
  createChannel(channel: {
    name: string;
    kind?: "public" | "private";
    members?: readonly string[];
  }): Promise<string>;
  invite(channel: string, user?: string): Promise<void>;
  kick(channel: string, user?: string): Promise<void>;
  archive(channel: string, archived?: boolean): Promise<void>;
  /** Sends an earlier delivery again, by its number in the ledger. */
  replay(
    delivery: number,
    options?: { times?: number; alter?: ReplayAlteration },
  ): Promise<ActResult[]>;
  /** So many people press one button of one message at the same moment; the answers are in their order. */
  pressTogether(
    users: readonly string[],
    wanted: { readonly text: string; readonly channel: string; readonly ts: string },
  ): Promise<ActResult[]>;
  /** Slack's signature of a body; `timestamp` in seconds. */
  sign(body: string, timestamp: string): Promise<string>;
  /** Posts a body to the app, signed rightly unless told otherwise. */
  sendRaw(raw: {
    body: string;
    contentType?: string;
    timestamp?: string;
    signature?: string;
  }): Promise<ActResult>;
  sendEvent(subscription: string, event: Record<string, unknown>): Promise<ActResult>;
  disconnectSockets(reason?: DisconnectReason): Promise<void>;
  /** The next Socket Mode handshakes fail, one by each fault. */
  spoilHandshakes(faults: readonly HandshakeFault[]): Promise<void>;
  cutSockets(): Promise<void>;
  /** Asks every 25 ms until there is an answer other than undefined, null or false. */
  waitFor: typeof waitFor;
};

/** `url` is the address of the workspace, as printed by its command line. */
export function createSlackControl(url: string): SlackControl {
  const http = createControlHttp(url);
  const tell = async (path: string, body: unknown): Promise<void> => {
    await http.post(path, body, okAnswer);
  };
  const ledger = async (since = 0): Promise<LedgerEntry[]> =>
    (await http.get(`/ledger?since=${since}`, ledgerAnswer)).entries;
  const channelPath = (channel: string) =>
    `/channels/${encodeURIComponent(channel.replace(/^#/, ""))}`;
  return {
    as: (nameOrId) => createPerson(http, nameOrId),
    state: () => http.get("/state", stateAnswer),
    ledger,
    async entries(kind, since) {
      const isKind = (entry: LedgerEntry): entry is Extract<LedgerEntry, { kind: typeof kind }> =>
        entry.kind === kind;
      return (await ledger(since)).filter(isKind);
    },
    reset: (seed) => tell("/reset", seed === undefined ? {} : { seed }),
    saveSnapshot: () => http.get("/snapshot", z.record(z.string(), z.unknown())),
    loadSnapshot: (snapshot) => tell("/snapshot", snapshot),
    setAppUrl: (appUrl) => tell("/app", { url: appUrl }),
    settings: (change) => tell("/settings", change),
    advance: (ms) => tell("/clock/advance", { ms }),
    addFault: (rule) => tell("/faults", rule),
    faults: async () => (await http.get("/faults", faultsAnswer)).rules,
    clearFaults: async () => {
      await http.delete("/faults", okAnswer);
    },
    setGroupMembers: (group, users) =>
      tell(`/groups/${encodeURIComponent(group)}/members`, { users }),
    changeUser: (user, change) => tell(`/users/${encodeURIComponent(user)}`, change),
    deactivate: (user) => tell(`/users/${encodeURIComponent(user)}`, { deleted: true }),
    createChannel: async (channel) => (await http.post("/channels", channel, fileAnswer)).id,
    invite: (channel, user = "bot") => tell(`${channelPath(channel)}/invite`, { user }),
    kick: (channel, user = "bot") => tell(`${channelPath(channel)}/kick`, { user }),
    archive: (channel, archived = true) => tell(channelPath(channel), { archived }),
    replay: async (seq, options = {}) =>
      (await http.post("/replay", { seq, ...options }, replayAnswer)).results,
    pressTogether: async (users, wanted) =>
      (await http.post("/press-together", { users, ...wanted }, replayAnswer)).results,
    sign: async (body, timestamp) =>
      (await http.post("/sign", { body, timestamp }, signAnswer)).signature,
    sendRaw: (raw) => http.post("/raw", raw, actResultSchema),
    sendEvent: (subscription, event) =>
      http.post("/event", { subscription, event }, actResultSchema),
    disconnectSockets: (reason = "refresh_requested") => tell("/sockets/disconnect", { reason }),
    spoilHandshakes: (faults) => tell("/sockets/handshakes", { faults }),
    cutSockets: () => tell("/sockets/cut", {}),
    waitFor,
  };
}
