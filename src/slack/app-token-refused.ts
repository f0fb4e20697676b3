/** Slack's words for an app-level token that it does not take for Socket Mode. */
export const appTokenCodes: ReadonlySet<string> = new Set([
  "account_inactive",
  "forbidden_team",
  "invalid_auth",
  "missing_scope",
  "no_permission",
  "not_allowed_token_type",
  "not_authed",
  "team_disabled",
  "token_expired",
  "token_revoked",
  "user_removed_from_team",
]);

/** Slack does not take the app-level token; `code` is Slack's word for why. */
export class AppTokenRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`Slack does not take the app token (${code})`);
    this.name = "AppTokenRefused";
    this.code = code;
  }
}
