/** An answer of "no" in three parts, so that nobody is left guessing. Plain text; the blocks escape it. */
export type Refusal = {
  /** What I understood. */
  readonly understood: string;
  /** What is wrong. */
  readonly wrong: string;
  /** What to type or press instead. */
  readonly next: string;
  /** A command that would work, offered as the thing to copy; null when there is none. */
  readonly suggestion: string | null;
};
