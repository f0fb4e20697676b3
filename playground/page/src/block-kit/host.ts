import { isObject, type JsonObject } from "../ui/json.ts";

/** A person of the workspace as the page knows one. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly kind: "member" | "admin" | "guest" | "stranger" | "bot";
  readonly deleted: boolean;
};

/** A conversation as its reader sees it. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly archived: boolean;
  readonly member: boolean;
  readonly members: number;
  readonly bot: boolean;
  readonly unread: number;
};

/** Who and what texts may mention and selects may offer. */
export type Directory = {
  readonly viewer: { readonly id: string; readonly tz: string };
  readonly users: readonly Person[];
  readonly channels: readonly Channel[];
  readonly groups: readonly { readonly id: string; readonly handle: string }[];
};

/** An element's state in Slack's form, with its type. */
export type ElementState = JsonObject & { readonly type: string };

/** `state.values` of a view: by block id, then by action id. */
export type Values = { readonly [blockId: string]: { readonly [actionId: string]: ElementState } };

/** What stands around blocks: whose they are, what they hold, and where their acts go. */
export type BlocksHost = {
  readonly surface: "message" | "modal" | "home";
  readonly directory: Directory;
  readonly values: Values;
  /** Words at a field, by block id. */
  readonly errors: { readonly [blockId: string]: string };
  /** Elements whose act is under way, as `block_id/action_id`. */
  readonly busy: ReadonlySet<string>;
  /** Keeps a new state without telling the app. */
  change(blockId: string, actionId: string, state: ElementState): void;
  /** Tells the app of a press or a choice at an element as it was drawn then. */
  act(blockId: string, actionId: string, state: ElementState, element: JsonObject): void;
  /** Shows a dialog of the page, which outlives the blocks that it was opened from. */
  ask(confirm: JsonObject, confirmed: () => void): void;
  suggest(blockId: string, actionId: string, query: string): Promise<readonly JsonObject[]>;
  upload(file: File): Promise<{ readonly id: string; readonly name: string }>;
};

/** An element with the ids it acts under. */
export type ElementProps = {
  readonly host: BlocksHost;
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
  /** Whether it stands in an input block: then it tells the app only where the block says so. */
  readonly isInput: boolean;
  readonly dispatches: boolean;
  /** The id that the label of a text field stands for. */
  readonly fieldId?: string;
  /** The id of the DOM element that names it, and of the one that describes it. */
  readonly labelledBy?: string;
  readonly describedBy?: string;
};

/** What the element holds now. */
export const stateOf = ({ host, blockId, actionId }: ElementProps): JsonObject =>
  host.values[blockId]?.[actionId] ?? {};

/** Tells the app of a press or a choice, once the element's dialog is confirmed where it has one. */
export const act = (
  { host, element, blockId, actionId }: ElementProps,
  state: ElementState,
): void => {
  const tell = (): void => host.act(blockId, actionId, state, element);
  if (isObject(element.confirm)) host.ask(element.confirm, tell);
  else tell();
};

/** Keeps a new state, and tells the app when the element acts at once. */
export const settle = (props: ElementProps, state: ElementState): void => {
  const { host, blockId, actionId, isInput, dispatches } = props;
  if (!isInput || dispatches) act(props, state);
  else host.change(blockId, actionId, state);
};
