import { z } from "zod";
import type { ElementState } from "../block-kit/host.ts";
import type { JsonObject } from "../ui/json.ts";
import {
  type ActFacts,
  actSchema,
  messagesSchema,
  type ViewFacts,
  viewsSchema,
  type WorkspaceFacts,
  workspaceSchema,
} from "./answers.ts";

/** Where an element stands. */
export type Container =
  | { readonly kind: "view"; readonly viewId: string }
  | { readonly kind: "message"; readonly channel: string; readonly ts: string };

/** An element that was used, and what it holds now. */
export type Use = {
  readonly in: Container;
  readonly blockId: string;
  readonly actionId: string;
  readonly state: ElementState;
  readonly dispatch: boolean;
  /** The element as it was drawn: the app may have taken it away since. */
  readonly element?: JsonObject;
};

const refusalSchema = z.object({ error: z.string(), message: z.string() });

const call = async <T>(path: string, schema: z.ZodType<T>, body?: object): Promise<T> => {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          body: JSON.stringify(body),
          headers: { "content-type": "application/json" },
        };
  const response = await fetch(`/slack/_control${path}`, init);
  const answer: unknown = await response.json();
  if (response.ok) return schema.parse(answer);
  const refusal = refusalSchema.safeParse(answer);
  throw new Error(refusal.success ? refusal.data.message : `${path}: ${response.status}`);
};

const base64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(binary);
};

/** What one person reads and does. Each throws an Error with the workspace's words when it is refused. */
export const clientOf = (who: string) => {
  const page = `/page/${encodeURIComponent(who)}`;
  const as = `/as/${encodeURIComponent(who)}`;
  const act = (what: string, body: object): Promise<ActFacts> =>
    call(`${as}/${what}`, actSchema, body);
  return {
    workspace: (): Promise<WorkspaceFacts> => call(`${page}/workspace`, workspaceSchema),
    views: (): Promise<{ modals: ViewFacts[]; home: ViewFacts | null }> =>
      call(`${page}/views`, viewsSchema),
    messages: async (channel: string, thread?: string) => {
      const query = new URLSearchParams({
        channel,
        ...(thread === undefined ? {} : { thread }),
      });
      return (await call(`${page}/messages?${query}`, messagesSchema)).messages;
    },
    use: (use: Use): Promise<ActFacts> => call(`${page}/element`, actSchema, use),
    offers: async (ask: {
      viewId: string;
      blockId: string;
      actionId: string;
      query: string;
    }): Promise<readonly JsonObject[]> => {
      const schema = z.object({ options: z.array(z.record(z.string(), z.unknown())) });
      return (await call(`${page}/offers`, schema, ask)).options;
    },
    read: (channel: string, ts: string): Promise<unknown> =>
      call(`${page}/read`, z.unknown(), { channel, ts }),
    dismiss: (channel: string, ts: string): Promise<unknown> =>
      call(`${page}/dismiss`, z.unknown(), { channel, ts }),
    command: (channel: string, text: string): Promise<ActFacts> =>
      act("command", { channel, text }),
    submit: (): Promise<ActFacts> => act("submit", {}),
    close: (all: boolean): Promise<ActFacts> => act("close", { all }),
    shortcut: (callbackId: string, channel: string, ts: string): Promise<ActFacts> =>
      act("shortcut", { callbackId, channel, ts }),
    openHome: (): Promise<ActFacts> => act("open-home", {}),
    post: (channel: string, text: string, threadTs?: string): Promise<unknown> =>
      call(`${as}/post`, z.unknown(), {
        channel,
        text,
        ...(threadTs === undefined ? {} : { threadTs }),
      }),
    upload: async (file: File, channel?: string): Promise<{ id: string; name: string }> => {
      const body = {
        name: file.name,
        content: await base64(file),
        ...(channel === undefined ? {} : { channel }),
      };
      const { id } = await call(`${as}/upload`, z.object({ id: z.string() }), body);
      return { id, name: file.name };
    },
  };
};

export type Client = ReturnType<typeof clientOf>;
