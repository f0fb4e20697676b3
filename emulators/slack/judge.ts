import type { Complaint } from "./block-kit/complaint.ts";
import { complaintText } from "./block-kit/complaint-text.ts";
import { validateHome } from "./block-kit/validate-home.ts";
import { validateMessage } from "./block-kit/validate-message.ts";
import { validateModal } from "./block-kit/validate-modal.ts";
import type { JsonObject } from "./json.ts";
import type { Workspace } from "./workspace.ts";

/** Why a payload is refused: Slack's error code and its messages. */
export type Refusal = { error: string; messages: string[] };

const MAX_VIEW_BYTES = 250_000;
const OWN_ERRORS = new Set([
  "no_text",
  "msg_too_long",
  "metadata_too_large",
  "too_many_attachments",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "invalid_thread_ts",
]);

/** Judges a view by its own `type`; what is no Home tab is judged as a modal. */
export function judgeHomeOrModal(workspace: Workspace, view: JsonObject): Refusal | undefined {
  return judgeView(workspace, view, view.type === "home" ? "home" : "modal");
}

/** Judges a view by the Block Kit rules and counts the verdict. */
export function judgeView(
  workspace: Workspace,
  view: unknown,
  type: "modal" | "home",
): Refusal | undefined {
  const complaints = type === "modal" ? validateModal(view) : validateHome(view);
  const refusal = refusalOf(complaints, "invalid_arguments");
  if (refusal === undefined && JSON.stringify(view).length > MAX_VIEW_BYTES) {
    return counted(workspace, { error: "view_too_large", messages: [] });
  }
  return counted(workspace, refusal);
}

/** Judges a message (`text`, `blocks`, `attachments`, `metadata`) and counts the verdict. */
export function judgeMessage(workspace: Workspace, message: unknown): Refusal | undefined {
  const complaints = validateMessage(message);
  const first = complaints[0];
  const error =
    first !== undefined && OWN_ERRORS.has(first.code) ? first.code : errorByPointer(first);
  return counted(workspace, refusalOf(complaints, error));
}

function errorByPointer(complaint: Complaint | undefined): string {
  const pointer = complaint?.pointer ?? "";
  if (pointer.startsWith("/attachments")) return "invalid_attachments";
  if (pointer.startsWith("/metadata")) return "invalid_metadata_format";
  if (pointer.startsWith("/blocks")) return "invalid_blocks";
  return "invalid_arguments";
}

function refusalOf(complaints: Complaint[], error: string): Refusal | undefined {
  return complaints.length === 0 ? undefined : { error, messages: complaints.map(complaintText) };
}

function counted(workspace: Workspace, refusal: Refusal | undefined): Refusal | undefined {
  if (refusal === undefined) workspace.judged.validated += 1;
  else workspace.judged.refused += 1;
  return refusal;
}
