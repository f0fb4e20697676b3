import type {
  Attachment,
  MessageThread,
  Skill,
  Toloker,
  UserBonus,
  UserRestriction,
  UserSkill,
} from "./people-entities.ts";

/** The part of the store that is about Tolokers; all plain data, so that a snapshot can hold it. */
export type PeopleStore = {
  /** Tolokers that the platform knows, by id: those of the crowd and those planted. */
  tolokers: Map<string, Toloker>;
  skills: Map<string, Skill>;
  userSkills: Map<string, UserSkill>;
  /** Toloker and skill, as `userSkillKey` joins them -> id of the value. */
  userSkillIds: Map<string, string>;
  restrictions: Map<string, UserRestriction>;
  bonuses: Map<string, UserBonus>;
  /** Assignment -> ids of its bonuses. */
  bonusIds: Map<string, string[]>;
  attachments: Map<string, Attachment>;
  threads: Map<string, MessageThread>;
  /** Last number given out, by kind of thing. */
  counters: Map<string, number>;
};

/** Nobody yet. */
export function createPeopleStore(): PeopleStore {
  return {
    tolokers: new Map(),
    skills: new Map(),
    userSkills: new Map(),
    userSkillIds: new Map(),
    restrictions: new Map(),
    bonuses: new Map(),
    bonusIds: new Map(),
    attachments: new Map(),
    threads: new Map(),
    counters: new Map(),
  };
}

const FIRST_NUMBERS = { skill: 37_000, userSkill: 1_813_000_000, restriction: 50, bonus: 3_000 };

/** The next id of a kind: decimal texts that ascend. */
export function nextId(store: PeopleStore, kind: keyof typeof FIRST_NUMBERS): string {
  const number = (store.counters.get(kind) ?? FIRST_NUMBERS[kind]) + 1;
  store.counters.set(kind, number);
  return String(number);
}
