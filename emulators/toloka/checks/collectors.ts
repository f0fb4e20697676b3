/** What a collector counts: its required parameters and the keys its conditions may use. */
export type Collector = { required: readonly string[]; keys: readonly string[] };

const ANSWERS = ["total_answers_count", "correct_answers_rate", "incorrect_answers_rate"];

/** Collectors of quality control by type (Toloka API, quality_control). */
export const COLLECTORS: { readonly [type: string]: Collector } = {
  GOLDEN_SET: {
    required: [],
    keys: [
      ...ANSWERS,
      "golden_set_answers_count",
      "golden_set_correct_answers_rate",
      "golden_set_incorrect_answers_rate",
    ],
  },
  MAJORITY_VOTE: { required: ["answer_threshold"], keys: ANSWERS },
  CAPTCHA: { required: [], keys: ["stored_results_count", "success_rate", "fail_rate"] },
  INCOME: { required: [], keys: ["income_sum_for_last_24_hours"] },
  SKIPPED_IN_ROW_ASSIGNMENTS: { required: [], keys: ["skipped_in_row_count"] },
  ANSWER_COUNT: { required: [], keys: ["assignments_accepted_count"] },
  // The list of parameters calls the threshold required; a recorded pool of Toloka's own does without.
  ASSIGNMENT_SUBMIT_TIME: {
    required: [],
    keys: ["total_submitted_count", "fast_submitted_count"],
  },
  ACCEPTANCE_RATE: {
    required: [],
    keys: ["total_assignments_count", "accepted_assignments_rate", "rejected_assignments_rate"],
  },
  ASSIGNMENTS_ASSESSMENT: {
    required: [],
    keys: [
      "pending_assignments_count",
      "accepted_assignments_count",
      "rejected_assignments_count",
      "assessment_event",
    ],
  },
  USERS_ASSESSMENT: { required: [], keys: ["pool_access_revoked_reason", "skill_id"] },
  TRAINING: {
    required: [],
    keys: ["submitted_assignments_count", ...ANSWERS, "next_assignment_available"],
  },
};
