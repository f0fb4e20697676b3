import type { Complaint } from "./complaint.ts";

/** The complaint as Slack writes it in `response_metadata.messages`. */
export const complaintText = (complaint: Complaint): string =>
  `[ERROR] ${complaint.message} [json-pointer:${complaint.pointer}]`;
