import type { ApiMethods } from "./api-call.ts";
import { ApiError, optionalText } from "./api-call.ts";

/** Methods about the app itself and its workspace. */
export const authMethods: ApiMethods = {
  "api.test": {
    scopes: [],
    run(call) {
      const error = optionalText(call, "error");
      if (error !== undefined) throw new ApiError(error, { args: call.args });
      return { args: call.args };
    },
  },
  "auth.test": {
    scopes: [],
    run({ workspace }) {
      const { team, app } = workspace.world;
      return {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: app.name,
        team_id: team.id,
        user_id: app.botUserId,
        bot_id: app.botId,
        is_enterprise_install: false,
      };
    },
  },
  "team.info": {
    scopes: ["team:read"],
    run({ workspace }) {
      const { team } = workspace.world;
      return {
        team: {
          id: team.id,
          name: team.name,
          url: `https://${team.domain}.slack.com/`,
          domain: team.domain,
          email_domain: "",
          icon: { image_default: true },
          avatar_base_url: "",
          is_verified: false,
        },
      };
    },
  },
  "bots.info": {
    scopes: ["users:read"],
    run(call) {
      const { app } = call.workspace.world;
      const wanted = optionalText(call, "bot");
      if (wanted !== undefined && wanted !== app.botId) throw new ApiError("bot_not_found");
      return {
        bot: {
          id: app.botId,
          deleted: false,
          name: app.name,
          updated: 0,
          app_id: app.id,
          user_id: app.botUserId,
          icons: {},
        },
      };
    },
  },
  "apps.connections.open": {
    scopes: [],
    token: "app",
    run: ({ workspace }) => ({ url: workspace.socketUrl() }),
  },
};
