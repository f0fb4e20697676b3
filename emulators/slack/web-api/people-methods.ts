import { userShape } from "../world/user-shape.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  flag,
  optionalText,
  pageOf,
  requiredText,
} from "./api-call.ts";

function seesMail({ workspace }: ApiCall): boolean {
  return workspace.manifest.scopes.includes("users:read.email");
}

function checkPlan({ workspace }: ApiCall): void {
  if (workspace.settings.userGroupsNeedUpgrade) throw new ApiError("plan_upgrade_required");
}

/** Methods about persons and user groups. */
export const peopleMethods: ApiMethods = {
  "users.info": {
    scopes: ["users:read"],
    run(call) {
      const { world, clock } = call.workspace;
      const user = world.users.get(requiredText(call, "user"));
      if (user === undefined) throw new ApiError("user_not_found");
      return { user: userShape(user, seesMail(call), clock.now()) };
    },
  },
  "users.list": {
    scopes: ["users:read"],
    run(call) {
      const { world, clock } = call.workspace;
      // People of other organisations are not members of this workspace.
      const members = [...world.users.values()].filter((user) => !user.isStranger);
      const page = pageOf(call, members, 1000);
      return {
        members: page.items.map((user) => userShape(user, seesMail(call), clock.now())),
        cache_ts: Math.floor(clock.now() / 1000),
        response_metadata: page.response_metadata,
      };
    },
  },
  "users.lookupByEmail": {
    scopes: ["users:read.email"],
    run(call) {
      const email = requiredText(call, "email");
      const { world, clock } = call.workspace;
      const user = [...world.users.values()].find((each) => each.email === email && !each.deleted);
      if (user === undefined) throw new ApiError("users_not_found");
      return { user: userShape(user, true, clock.now()) };
    },
  },
  "usergroups.list": {
    scopes: ["usergroups:read"],
    run(call) {
      checkPlan(call);
      const { world } = call.workspace;
      const withUsers = flag(call, "include_users");
      const usergroups = [...world.groups.values()].map((group) => ({
        id: group.id,
        team_id: world.team.id,
        is_usergroup: true,
        is_subteam: true,
        name: group.name,
        description: "",
        handle: group.handle,
        is_external: false,
        date_create: 0,
        date_update: 0,
        date_delete: 0,
        auto_type: null,
        auto_provision: false,
        enterprise_subteam_id: "",
        created_by: "",
        updated_by: "",
        deleted_by: null,
        prefs: { channels: [], groups: [] },
        user_count: group.users.length,
        ...(withUsers ? { users: group.users } : {}),
      }));
      return { usergroups };
    },
  },
  "usergroups.users.list": {
    scopes: ["usergroups:read"],
    run(call) {
      checkPlan(call);
      const wanted = optionalText(call, "usergroup") ?? "";
      const group = call.workspace.world.groups.get(wanted);
      if (group === undefined) throw new ApiError("no_such_subteam");
      const { users } = call.workspace.world;
      return { users: group.users.filter((id) => users.get(id)?.deleted === false) };
    },
  },
};
