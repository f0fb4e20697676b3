const FAULT = "no rule of the API is known that raises it; a fault rule can send it";

/** Codes of the client's list that no documented rule raises, and why; a fault rule sends each. */
export const UNRAISED_CODES: { readonly [code: string]: string } = {
  REMOTE_SERVICE_UNAVAILABLE: "a state of Toloka itself; a fault rule sends it",
  INTERNAL_ERROR: "a state of Toloka itself; a fault rule sends it",
  NOT_ACCEPTABLE: "no rule says which content types are refused; a fault rule can send it",
  POOL_INAPPROPRIATE_STATUS: "INAPPROPRIATE_STATUS says the same and names the right statuses",
  POOL_INVALID_FILTER_FOR_MAP_ISSUING: "no source says which filters a map refuses",
  POOL_ASSIGNMENTS_EXHAUSTED: "said to Tolokers, not to requesters",
  ALL_ASSIGNMENTS_EXHAUSTED: "said to Tolokers, not to requesters",
  BATCH_INITIALIZATION_ERROR: FAULT,
  BATCH_REJECTED: FAULT,
  SYNC_POOL_CLONE_ERROR: FAULT,
  TASK_VALIDATION_ERROR: "a code of Toloka's own pages",
  WRONG_REVISION: "a code of Toloka's own pages",
  DELETE_ALL_TASKS_CONFLICT: "a code of Toloka's own pages",
  UNABLE_TO_UPLOAD_FILE: "a code of Toloka's own pages",
  WRONG_FILE_FORMAT: "a code of Toloka's own pages",
  CAPTCHA_REQUIRED: "a code of Toloka's own pages",
};

/** Codes that the control API gives, since the API itself has no such action. */
export const CONTROL_CODES: readonly string[] = [
  "SKILL_IS_USED",
  "SKILL_IS_USED_BY_PROJECTS",
  "WORKER_SKILL_EXISTS",
];

/** Field codes of the client's list that no documented rule raises, and why. */
export const UNRAISED_FIELD_CODES: { readonly [code: string]: string } = {
  ARRAY_SIZE_OUT_OF_BOUNDS: "the two codes for one bound say more",
  STRING_LENGTH_OUT_OF_BOUNDS: "the two codes for one bound say more",
  VALUE_OUT_OF_BOUNDS: "the two codes for one bound say more",
  CHARACTER_NOT_ALLOWED: "no documented field has an alphabet",
  DATE_OUT_OF_RANGE: "no bounds of dates are published",
  DUPLICATE_VALUE_IN_ARRAY: "no documented array demands different values",
  INVALID_DATE_SYNTAX: "every documented date may carry a time",
  NAME_LENGTH_LESS_THAN_MIN: "no length of names is published",
  OBJECT_SIZE_BYTES_GREATER_THAN_MAX: "a request that is too big is answered 413 as a whole",
  VALUES_REQUIRED: "no documented rule speaks of several values",
};
