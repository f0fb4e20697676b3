import type { Toloker } from "./people-entities.ts";

/** Members of a Toloker that are said; the rest is typical. */
type Said<Part> = { [Key in keyof Part]?: Part[Key] | undefined };

const PROFILE: Toloker["profile"] = {
  gender: "FEMALE",
  country: "IN",
  citizenship: "IN",
  education: "MIDDLE",
  adult_allowed: true,
  verified: true,
  // 1 January 1990
  date_of_birth: 631_152_000,
  city: 994,
  languages: ["EN"],
};

const COMPUTED: Toloker["computed"] = {
  region_by_phone: 994,
  region_by_ip: 994,
  device_category: "SMARTPHONE",
  client_type: "TOLOKA_APP",
  os_family: "ANDROID",
  os_version: 10,
  os_version_major: 10,
  os_version_minor: 0,
  os_version_bugfix: 0,
  user_agent_type: "OTHER",
  user_agent_family: "CHROME_MOBILE",
  user_agent_version: 119,
  user_agent_version_major: 119,
  user_agent_version_minor: 0,
  user_agent_version_bugfix: 0,
};

/** A Toloker as many are, apart from what is said of them. */
export function typicalToloker(
  id: string,
  profile: Said<Toloker["profile"]> = {},
  computed: Said<Toloker["computed"]> = {},
): Toloker {
  return { id, profile: filledIn(PROFILE, profile), computed: filledIn(COMPUTED, computed) };
}

function filledIn<Part extends object>(typical: Part, said: Said<Part>): Part {
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...typical, ...known };
}
