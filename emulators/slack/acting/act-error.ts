/** Something that a person could not do in Slack: no such button, a text that is too long, ... */
export class ActError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "ActError";
    this.code = code;
  }
}
