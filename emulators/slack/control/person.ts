import { type ActResult, actResultSchema, type ScreenMessage, type ScreenView } from "../screen.ts";
import {
  fileAnswer,
  fillAnswer,
  messagesAnswer,
  suggestAnswer,
  tsAnswer,
  viewAnswer,
} from "./answers.ts";
import type { ControlHttp } from "./http-client.ts";

/** What a person can put into a field. A Date becomes unix seconds; null empties the field. */
type FieldEntry = string | number | Date | readonly string[] | null;

type PressOptions = {
  in?: "modal" | "message" | "home";
  channel?: string;
  ts?: string;
  /** How a confirm dialog is answered; true when left out. */
  confirm?: boolean;
};

/** One person at work: reads what Slack shows and does what Slack allows. */
export type SlackPerson = {
  /** Types a whole command line, such as `/toloka help`, in a conversation (`dm` is the one with the app). */
  command(channel: string, text: string): Promise<ActResult>;
  messages(channel: string): Promise<ScreenMessage[]>;
  thread(channel: string, ts: string): Promise<ScreenMessage[]>;
  dm(): Promise<ScreenMessage[]>;
  modal(): Promise<ScreenView | null>;
  home(): Promise<ScreenView | null>;
  /** Fills fields by label, in order. Throws SlackActRefused for what the form would refuse. */
  fill(values: Readonly<Record<string, FieldEntry>>): Promise<ActResult[]>;
  /** Types into an external select and reads the offers. */
  suggest(label: string, query: string): Promise<string[]>;
  /** Types the option's text into an external select and picks it. */
  choose(label: string, option: string): Promise<ActResult[]>;
  press(text: string, options?: PressOptions): Promise<ActResult>;
  submit(): Promise<ActResult>;
  close(options?: { all?: boolean }): Promise<ActResult>;
  shortcut(callbackId: string, channel: string, ts: string): Promise<ActResult>;
  openHome(): Promise<ActResult>;
  /** Posts as the person and returns the message's ts. */
  post(channel: string, text: string, threadTs?: string): Promise<string>;
  /** Uploads a file, shared in a conversation if one is named, and returns its id. */
  uploadFile(
    name: string,
    content: string | Uint8Array,
    options?: { channel?: string },
  ): Promise<string>;
};

export function createPerson(http: ControlHttp, nameOrId: string): SlackPerson {
  const at = `/as/${encodeURIComponent(nameOrId)}`;
  const act = (what: string, body: unknown): Promise<ActResult> =>
    http.post(`${at}/${what}`, body, actResultSchema);
  const read = async (query: Record<string, string>): Promise<ScreenMessage[]> => {
    const search = new URLSearchParams(query);
    return (await http.get(`${at}/messages?${search}`, messagesAnswer)).messages;
  };
  const fill = async (values: Readonly<Record<string, FieldEntry>>): Promise<ActResult[]> => {
    const plain = Object.fromEntries(
      Object.entries(values).map(([label, value]) => [label, plainEntry(value)]),
    );
    return (await http.post(`${at}/fill`, { values: plain }, fillAnswer)).sent;
  };
  return {
    command: (channel, text) => act("command", { channel, text }),
    messages: (channel) => read({ channel }),
    thread: (channel, ts) => read({ channel, thread: ts }),
    dm: () => read({ channel: "dm" }),
    modal: async () => (await http.get(`${at}/modal`, viewAnswer)).view,
    home: async () => (await http.get(`${at}/home`, viewAnswer)).view,
    fill,
    suggest: async (label, query) =>
      (await http.post(`${at}/suggest`, { label, query }, suggestAnswer)).options,
    choose: (label, option) => fill({ [label]: option }),
    press: (text, options = {}) => act("press", { text, ...options }),
    submit: () => act("submit", {}),
    close: (options = {}) => act("close", options),
    shortcut: (callbackId, channel, ts) => act("shortcut", { callbackId, channel, ts }),
    openHome: () => act("open-home", {}),
    async post(channel, text, threadTs) {
      const body = { channel, text, ...(threadTs === undefined ? {} : { threadTs }) };
      return (await http.post(`${at}/post`, body, tsAnswer)).ts;
    },
    async uploadFile(name, content, options = {}) {
      const body = { name, content: base64(content), ...options };
      return (await http.post(`${at}/upload`, body, fileAnswer)).id;
    },
  };
}

function plainEntry(value: FieldEntry): string | number | readonly string[] | null {
  return value instanceof Date ? Math.floor(value.getTime() / 1000) : value;
}

/** Without Node's Buffer, so that a page in a browser can use it too. */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const chunk = 32_768;
  let binary = "";
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(binary);
}
