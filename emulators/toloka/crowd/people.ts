import type { Toloker } from "../people-entities.ts";
import { typicalToloker } from "../typical-toloker.ts";
import type { CrowdWorker } from "../work/entities.ts";
import { createRandom, type Random } from "../work/random.ts";
import type { World } from "../world.ts";

/** A number for all, or bounds between which each Toloker has their own. */
export type Spread = number | readonly [number, number];

/** What a crowd is to be like; absent members are those of a usual crowd. */
export type CrowdWish = {
  workers: number;
  seed: number;
  /** Share of right answers, 0..1. */
  accuracy: Spread;
  secondsPerTask: Spread;
  /** Shares of suites that are skipped, and left until they expire. */
  skipRate: Spread;
  expireRate: Spread;
  captchaFailRate: Spread;
  /** Languages that everyone speaks besides those of their country; upper-case ISO 639-1. */
  languages: readonly string[];
  /** Everyone's country and region, when all come from one place. */
  country?: string;
  region?: number;
  /** Skills that everyone has: id and value. */
  skills: readonly { skillId: string; value: Spread }[];
};

/** Where Tolokers come from: country, region id and what is spoken there. */
const PLACES = [
  { country: "US", region: 84, languages: ["EN"] },
  { country: "IN", region: 994, languages: ["EN", "HI"] },
  { country: "RU", region: 225, languages: ["RU", "EN"] },
  { country: "DE", region: 96, languages: ["DE", "EN"] },
  { country: "FR", region: 124, languages: ["FR"] },
  { country: "GB", region: 102, languages: ["EN"] },
] as const;

/** The person and the ways of each member of a crowd; the same wish gives the same crowd. */
function makeCrowd(wish: CrowdWish): { toloker: Toloker; worker: CrowdWorker }[] {
  return Array.from({ length: wish.workers }, (_, index) => {
    const random = createRandom(
      Math.imul(wish.seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b),
    );
    const id = Array.from({ length: 4 }, () => hex(random)).join("");
    const worker: CrowdWorker = {
      id,
      accuracy: within(wish.accuracy, random),
      secondsPerTask: within(wish.secondsPerTask, random),
      skipRate: within(wish.skipRate, random),
      expireRate: within(wish.expireRate, random),
      captchaFailRate: within(wish.captchaFailRate, random),
      random: random.below(0x7fffffff),
    };
    return { toloker: tolokerOf(id, wish, index, random), worker };
  });
}

/** Takes the crowd of before away and puts a new one in its place; it does not work yet. */
export function placeCrowd(world: World, wish: CrowdWish): void {
  const { store } = world;
  for (const { id } of store.crowd.workers) store.tolokers.delete(id);
  const members = makeCrowd(wish);
  for (const { toloker } of members) store.tolokers.set(toloker.id, toloker);
  store.crowd = {
    seed: wish.seed,
    running: false,
    workers: members.map(({ worker }) => worker),
  };
}

function tolokerOf(id: string, wish: CrowdWish, index: number, random: Random): Toloker {
  const place = PLACES[index % PLACES.length] ?? PLACES[0];
  const country = wish.country ?? place.country;
  const region = wish.region ?? place.region;
  const years = 18 + random.below(45);
  const byPhone = random.below(3) > 0;
  return typicalToloker(
    id,
    {
      gender: random.below(2) === 0 ? "FEMALE" : "MALE",
      country,
      citizenship: country,
      education: ["BASIC", "MIDDLE", "HIGH"][random.below(3)],
      date_of_birth: Math.floor(Date.UTC(2023 - years, 0, 1) / 1000),
      city: region,
      languages: [...new Set([...place.languages, ...wish.languages])],
    },
    {
      region_by_phone: region,
      region_by_ip: region,
      ...(byPhone
        ? {}
        : {
            device_category: "PERSONAL_COMPUTER",
            client_type: "BROWSER",
            os_family: "WINDOWS",
            user_agent_type: "BROWSER",
            user_agent_family: "CHROME",
          }),
    },
  );
}

/** A Toloker's own number within the bounds. */
export function within(spread: Spread, random: Random): number {
  if (typeof spread === "number") return spread;
  const [from, to] = spread;
  return from + random.next() * (to - from);
}

function hex(random: Random): string {
  return Math.floor(random.next() * 4_294_967_296)
    .toString(16)
    .padStart(8, "0");
}
