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
  POOL_ASSIGNMENTS_COUNT_EXCEEDED: "Pool has too many assignments",
  POOL_TASKS_COUNT_EXCEEDED: "Pool has too many tasks",
  POOL_TASK_SUITES_COUNT_EXCEEDED: "Pool has too many task suites",
  POOL_TASK_TYPE_CONFLICT: "Tasks and task suites made by hand can not be mixed in one pool",
  POOL_IS_TRAINING: "Pool is a training, operation is not allowed",
  TRAINING_ARCHIVE_CONFLICT: "Training is used by pools that are not archived",
  SUBMITTED_ASSIGNMENTS_CONFLICT: "Pool has submitted assignments that are not reviewed",
  THERE_IS_ACTIVE_ASSIGNMENT: "Pool has active assignments",
  THERE_IS_REJECTED_ASSIGNMENT: "Pool has assignments that were rejected recently",
  ASSIGNMENTS_COUNT_CONFLICT: "Overlap is less than the number of assignments issued",
  OPERATION_ALREADY_EXISTS: "Operation already exists",
  OPERATION_LOGS_ARCHIVED: "Operation logs are archived",
  OPERATION_EXECUTION_ERROR: "Operation failed",
  ASSIGNMENTS_AGGREGATION_DENIED: "Answers of the pool can not be aggregated",
  UNSUPPORTED_ALGORITHM: "Algorithm is not supported for this operation",
  RESULTS_EXPIRED: "Results have expired",
  INVALID_OPERATION_TYPE: "Operation is of another type",
  SKILL_IS_TRAINING: "Skill belongs to a training, operation is not allowed",
  SKILL_IS_USED: "Skill is used by pools",
  SKILL_IS_USED_BY_PROJECTS: "Skill is used by projects",
  WORKER_SKILL_EXISTS: "Tolokers have the skill",
  SKILL_REMOVED: "Skill is removed",
  SYSTEM_SCOPE_MODIFICATION: "Restrictions of the system can not be changed",
  INCORRECT_RECIPIENTS: "Recipients are incorrect",
} as const;

/** 409 with a business code. */
export function conflict(
  code: keyof typeof CONFLICTS,
  message: string = CONFLICTS[code],
): ApiError {
  return new ApiError(409, code, message, null);
}
