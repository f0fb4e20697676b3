import {
  createPeopleControl,
  type PeopleControl,
} from "../../../../emulators/toloka/control-people-client.ts";
import type { EmulatorOptions } from "../../../../emulators/toloka/settings.ts";
import { type Account, createAccount } from "../account.ts";

/** Two Tolokers whom the platform knows. */
export const ANNA = "a1b0b42923c429daa2c764d7ccfc364d";
export const BORIS = "1ad097faba0eff85a04fe30bc04d53db";

/** An account whose platform knows Anna and Boris. */
export async function createPeople(
  options: Partial<EmulatorOptions> = {},
): Promise<{ account: Account; people: PeopleControl }> {
  const account = createAccount(options);
  const people = createPeopleControl("http://toloka.test", (request) =>
    account.emulator.fetch(request),
  );
  await people.plantTolokers({ id: ANNA }, { id: BORIS, profile: { languages: ["FR"] } });
  return { account, people };
}
