const EQUALITY = ["EQ", "NE"];
const MEMBERSHIP = ["IN", "NOT_IN"];
const COMPARISON = ["EQ", "NE", "GT", "GTE", "LT", "LTE"];

type Keys = {
  readonly [key: string]: { operators: readonly string[]; values?: readonly unknown[] };
};

const PROFILE: Keys = {
  gender: { operators: EQUALITY, values: ["MALE", "FEMALE"] },
  country: { operators: EQUALITY },
  citizenship: { operators: EQUALITY },
  education: { operators: EQUALITY, values: ["BASIC", "MIDDLE", "HIGH"] },
  adult_allowed: { operators: EQUALITY, values: [true, false] },
  verified: { operators: EQUALITY, values: [true, false] },
  date_of_birth: { operators: COMPARISON },
  city: { operators: MEMBERSHIP },
  languages: { operators: MEMBERSHIP },
};

const COMPUTED: Keys = {
  region_by_phone: { operators: MEMBERSHIP },
  region_by_ip: { operators: MEMBERSHIP },
  device_category: { operators: EQUALITY },
  client_type: { operators: EQUALITY, values: ["BROWSER", "TOLOKA_APP"] },
  os_family: { operators: EQUALITY },
  os_version: { operators: COMPARISON },
  os_version_major: { operators: COMPARISON },
  os_version_minor: { operators: COMPARISON },
  os_version_bugfix: { operators: COMPARISON },
  user_agent_type: { operators: EQUALITY, values: ["BROWSER", "MOBILE_BROWSER", "OTHER"] },
  user_agent_family: { operators: EQUALITY },
  user_agent_version: { operators: COMPARISON },
  user_agent_version_major: { operators: COMPARISON },
  user_agent_version_minor: { operators: COMPARISON },
  user_agent_version_bugfix: { operators: COMPARISON },
};

/** Category -> key -> operators and, where closed, values (Toloka API, filter grammar). */
export const FILTER_KEYS: { readonly [category: string]: Keys } = {
  profile: PROFILE,
  computed: COMPUTED,
};

/** Operators of skill conditions. */
export const SKILL_OPERATORS: readonly string[] = COMPARISON;
