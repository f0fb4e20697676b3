import type { FaultRule } from "../../../../emulators/toloka/faults.ts";
import { fixture } from "../account.ts";
import { ANNA } from "../people/people.ts";
import { bodyOf, type Making } from "./made-objects.ts";

/** An answer that a fault rule gives. */
function fault(rule: Omit<FaultRule, "route" | "kind">): Making {
  return async (lab) => {
    await lab.control.addFault({ route: "GET /requester", kind: "status", ...rule });
    return bodyOf(lab.send("GET", "/requester"));
  };
}

const OPERATION_ID = "1b4e28ba-2fa1-4d1b-883f-0016d3cca427";

/** Every recorded refusal by name. */
export const ERRORS: { readonly [name: string]: Making } = {
  "errors.access-denied.json": async (lab) => {
    const id = await lab.people.plantSkill({ name: "English" });
    return bodyOf(lab.send("PUT", `/skills/${id}`, { name: "Mine" }));
  },
  "errors.inappropriate-status.json": async (lab) => {
    const poolId = await lab.filledPool();
    await lab.send("POST", `/pools/${poolId}/archive`);
    return bodyOf(lab.send("POST", `/pools/${poolId}/open`));
  },
  "errors.internal.json": fault({ status: 500 }),
  "errors.operation-already-exists.json": async (lab) => {
    const poolId = await lab.filledPool();
    const path = `/tasks?async_mode=true&operation_id=${OPERATION_ID}`;
    await lab.send("POST", path, [lab.task(poolId)]);
    return bodyOf(lab.send("POST", path, [lab.task(poolId)]));
  },
  "errors.too-many-requests.json": async (lab) => {
    await lab.control.changeSettings({ rateLimitFactor: 0.05 });
    await lab.project();
    return bodyOf(lab.send("POST", "/projects", fixture("quickstart.project.create.req.json")));
  },
  "errors.validation-filter.json": async (lab) => {
    const condition = { category: "profile", key: "languages", operator: "IN", value: ["EN"] };
    const body = fixture("quickstart.pool.create.req.json");
    const filter = { and: [condition] };
    const project = { project_id: await lab.project(), will_expire: "2099-01-01" };
    return bodyOf(lab.send("POST", "/pools", { ...body, ...project, filter }));
  },
  "pools.open.err.empty-pool.json": async (lab) => {
    const poolId = await lab.pool(await lab.project());
    return bodyOf(lab.send("POST", `/pools/${poolId}/open`));
  },
  "projects.create.err.need-phone-confirmation.json": fault({ status: 400 }),
  "projects.create.err.validation.json": async (lab) =>
    bodyOf(lab.send("POST", "/projects", { public_name: "Map Task", task_spec: "none" })),
  "user-bonuses.create.err.duplicate-in-request.json": async (lab) => {
    const bonus = { user_id: ANNA, amount: 1, public_title: { EN: "Good" } };
    return bodyOf(lab.send("POST", "/user-bonuses", [bonus, bonus]));
  },
};
