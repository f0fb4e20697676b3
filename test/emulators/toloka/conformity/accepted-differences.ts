/** A difference between recorded answers and the stand-in's own that is known and accepted. */
export type AcceptedDifference = {
  /** Names of the recordings. */
  in: RegExp;
  /** Lines of `differences`: `-` is on record only, `+` in the stand-in only. */
  lines: RegExp;
  why: string;
};

/** Recordings that show one item of a log where every other one shows the list. */
export const BARE_ITEMS: readonly string[] = [
  "operations.log.res.fail.json",
  "operations.log.res.success.json",
];

const MOCK = "a mock of a client's tests, which leaves members out that the documentation shows";

/** Every accepted difference with its reason. */
export const ACCEPTED_DIFFERENCES: readonly AcceptedDifference[] = [
  {
    in: /^(operations\.(get|list)\.res\.(java|pool|task|training)|pools\..*\.kit-running|projects\.archive\.res\.kit|tasks\.create\.res\.(kit-async|multiple-tasks-async))/,
    lines: /^\+ (items\[\]\.)?progress: number$/,
    why: MOCK,
  },
  {
    in: /\.kit-(running|operation)\.json$/,
    lines: /^- finished: date$/,
    why: "mocks of running operations that have an end already; the stand-in's end comes with it",
  },
  {
    in: /^operations\.get\.res\.task-batch-create-fail/,
    lines: /^\+ finished: date$/,
    why: "a mock of a failed operation without an end",
  },
  {
    in: /^tasks\.create\.res\.single-task-async/,
    lines: /^\+ started: date$/,
    why: "the documentation's example runs and has not started; the stand-in's has",
  },
  {
    in: /^(operations\.get\.res\.task-batch-create-fail|tasks\.create\.res\.kit-async)/,
    lines: /^([-+] details\.\w+_count: number|- details: object)$/,
    why: "an older form of the details; the documentation has five counters, at the end",
  },
  {
    in: /^aggregated-solutions\.by-pool\.res\.dawid-skene/,
    lines: /^- details: object$/,
    why: "details come with the end of an operation",
  },
  {
    in: /^operations\.get\.res\.java-pool-open-fail/,
    lines: /^[-+] details\./,
    why: "details of a failure have a free shape; the recorded ones are invented by a test",
  },
  {
    in: /^operations\.list\.res\.java-mixed/,
    lines:
      /^- items\[\]\.parameters\.(poolName|projectName|requesterId|secret|unknown_property): string$/,
    why: "types of operations that no documented request starts",
  },
  {
    in: /^operations\.list\.res\.java-mixed/,
    lines: /^\+ items\[\]\.details: object$/,
    why: "the documentation shows empty details of PROJECT.ARCHIVE, the mock has none",
  },
  {
    in: /^operations\.log\.res\.java-suite-validation/,
    lines: /^[-+] \[\]\.output\./,
    why: "sources disagree on the output of a refused item; the stand-in gives the bare field map",
  },
  {
    in: /^assignments\..*\.kit/,
    lines: /^- first_declined_solution_attempt/,
    why: "a member of training assignments alone, which the mock adds to another one",
  },
  {
    in: /^assignments\..*\.kit/,
    lines: /^- tasks\[\]\.origin_task_id: string$/,
    why: "copies of tasks for a selective majority vote are not made here",
  },
  {
    in: /^assignments\..*\.kit/,
    lines:
      /^\+ (public_comment: string|tasks\[\]\.(created|id|infinite_overlap|overlap|remaining_overlap|reserved_for|unavailable_for): \w+)$/,
    why: MOCK,
  },
  {
    in: /^(pools|trainings)\..*\.kit/,
    lines: /^- owner\.company_id: string$/,
    why: "the documentation's owners have no company_id",
  },
  {
    in: /^(pools\..*\.kit-(full|archived|open)|projects\.(get|list)\.res\.json)/,
    lines: /^\+ (items\[\]\.)?quality_control\.configs\[\]\.collector_config\.uuid: string$/,
    why: "the server gives a collector its uuid, as other examples of the documentation show",
  },
  {
    in: /^pools\.get\.res\.kit-training-type/,
    lines: /^- (public_description|training_config(\.training_skill_ttl_days)?): \w+$/,
    why: "no documented member of a training leads to these of the pool behind it",
  },
  {
    in: /^pools\.get\.res\.kit-training-type/,
    lines: /^\+ (auto_close_after_complete_delay_seconds|metadata): \w+$/,
    why: MOCK,
  },
  {
    in: /^projects\.create\.res\.kit-map-selector/,
    lines: /^[-+] id: (number|string)$/,
    why: "ids are texts; the mock has a number",
  },
  {
    in: /^projects\..*\.kit/,
    lines: /^\+ (assignments_automerge_enabled: boolean|owner(\.id|\.myself)?: \w+)$/,
    why: MOCK,
  },
  {
    in: /^skills\.get\.res\.kit/,
    lines: /^\+ (deprecated|global): boolean$/,
    why: MOCK,
  },
  {
    in: /^task-suites\.create\.res\.kit/,
    lines: /^\+ (items\.\d\.)?tasks\[\]\.id: string$/,
    why: "tasks of suites have ids in the documentation, not in the mocks",
  },
  {
    in: /^task-suites\.create\.res\.kit-multiple/,
    lines:
      /^\+ items\.\d\.(automerged|infinite_overlap|issuing_order_override|overlap|remaining_overlap|reserved_for|unavailable_for): \w+$/,
    why: MOCK,
  },
  {
    in: /^(task-suites\.create\.res\.multiple|user-bonuses\.create\.res\.sync-bonus)/,
    lines: /^\+ validation_errors\.\d\.(tasks|amount)/,
    why: "the documentation shows empty maps in the place of the errors",
  },
  {
    in: /^tasks\.create\.res\.(kit-(full-single|partial)|multiple-tasks\.json)/,
    lines:
      /^\+ (items\.\d\.)?(id|created|infinite_overlap|remaining_overlap|reserved_for|unavailable_for): \w+$/,
    why: MOCK,
  },
  {
    in: /^user-bonuses\.create\.res\.kit-partial/,
    lines: /^\+ items\.\d\.without_message: boolean$/,
    why: MOCK,
  },
  {
    in: /^errors\.operation-already-exists/,
    lines: /^[-+] (message|request_id): (null|string)$/,
    why: "the mock sets the code alone",
  },
];
