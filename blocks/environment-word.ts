import type { Environment } from "../src/domain/environment.ts";

/** The word every card and answer starts with, in capitals because money depends on it. */
export const environmentWord = (environment: Environment): string => environment.toUpperCase();

/** The environment at the head of a line. */
export const environmentTag = (environment: Environment): string =>
  `*[${environmentWord(environment)}]*`;
