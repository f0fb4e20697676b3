/** One wrong field: Toloka's code, its text, and bounds where the code has any. */
type FieldError = { code: string; message: string; params?: readonly unknown[] };

/** Dotted field path -> what is wrong with it. */
export type FieldErrorMap = { [path: string]: FieldError };

/** A refusal of the API; becomes the error envelope with a request id. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly payload: unknown;

  /** `payload` undefined leaves the member out, null sends it as null. */
  constructor(status: number, code: string, message: string, payload?: unknown) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.payload = payload;
  }
}

/** 400 with all wrong fields. */
export function validationError(payload: FieldErrorMap): ApiError {
  return new ApiError(400, "VALIDATION_ERROR", "Validation failed", payload);
}

/** 404 for an object that is not there. */
export function doesNotExist(): ApiError {
  return new ApiError(404, "DOES_NOT_EXIST", "There are no results for such parameters");
}

/** 409 naming the statuses in which the action is possible. */
export function inappropriateStatus(appropriate: readonly string[]): ApiError {
  return new ApiError(
    409,
    "INAPPROPRIATE_STATUS",
    "This or related resource is in inappropriate status, operation is not allowed",
    { appropriate_statuses: appropriate },
  );
}

const CONFLICTS = {
  CONFLICT_STATE: "Conflict state",
  EMPTY_POOL: "Pool contains no tasks. Operation is not allowed",
  NOT_ENOUGH_BALANCE: "Not enough balance",
  PROJECT_INAPPROPRIATE_STATUS: "Project is in inappropriate status, operation is not allowed",
  UNARCHIVED_POOLS_CONFLICT: "Project has unarchived pools",
  POOL_LOCKED_BY_ANOTHER_OPERATION: "Pool is locked by another operation",
  MIXER_CONFIG_REQUIRED: "Pool has no mixer config, tasks can not be added",
  POOL_TASKS_COUNT_EXCEEDED: "Pool has too many tasks",
  ASSIGNMENTS_COUNT_CONFLICT: "Overlap is less than the number of assignments issued",
  OPERATION_ALREADY_EXISTS: "Operation already exists",
  OPERATION_LOGS_ARCHIVED: "Operation logs are archived",
} as const;

/** 409 with a business code. */
export function conflict(
  code: keyof typeof CONFLICTS,
  message: string = CONFLICTS[code],
): ApiError {
  return new ApiError(409, code, message, null);
}
