import { type Context, Hono } from "hono";
import { z } from "zod";
import { registerLook } from "./control-look.ts";
import { registerOutside } from "./control-outside.ts";
import { registerPeople } from "./control-people.ts";
import { advanceSchema, balanceSchema, runSchema, settingsPatchSchema } from "./control-schemas.ts";
import { registerState } from "./control-state.ts";
import { registerCrowd } from "./crowd/control.ts";
import { formatDate } from "./dates.ts";
import { type Faults, faultRuleSchema } from "./faults.ts";
import { helpPage } from "./help.ts";
import type { Ledger } from "./ledger.ts";
import { toDollars, toMicros } from "./money.ts";
import { registerVisitor } from "./visitor/control.ts";
import { setBalance } from "./work/charges.ts";
import type { World } from "./world.ts";

/** The parts of an emulator that the control API reaches. */
export type ControlHost = {
  world(): World;
  ledger(): Ledger;
  faults: Faults;
  reset(): void;
  /** Puts a new account, filled by `fill`, in the place of the present one. */
  replace(fill: (world: World) => void): void;
};

/** The control API under `/_control`: for tests and demonstrations, without authorization. */
export function createControl(host: ControlHost): Hono {
  const app = new Hono({ strict: false });
  app.get("/", (context) => context.html(helpPage()));
  app.get("/_control/health", (context) => context.json({ ok: true, service: "toloka" }));
  app.get("/_control/ledger", (context) => {
    const since = numberQuery(context, "since") ?? 0;
    return context.json(host.ledger().read(since, numberQuery(context, "limit")));
  });
  app.get("/_control/outside", (context) => context.json(host.world().outside.entries()));
  app.get("/_control/state", (context) => context.json(stateOf(host)));
  app.post("/_control/balance", async (context) => {
    const { balance } = balanceSchema.parse(await bodyOf(context));
    setBalance(host.world(), toMicros(balance));
    return context.json({ balance });
  });
  app.get("/_control/settings", (context) => context.json(host.world().settings));
  app.post("/_control/settings", async (context) => {
    const patch = settingsPatchSchema.parse(await bodyOf(context));
    Object.assign(host.world().settings, patch);
    return context.json(host.world().settings);
  });
  app.post("/_control/reset", (context) => {
    host.reset();
    return context.json({ ok: true });
  });
  registerClock(app, host);
  registerFaults(app, host);
  registerOutside(app, () => host.world());
  registerPeople(app, () => host.world());
  registerCrowd(app, () => host.world());
  registerVisitor(app, () => host.world());
  registerLook(app, () => host.world());
  registerState(app, host);
  app.notFound((context) => context.json({ error: "no such control route" }, 404));
  app.onError((error, context) => {
    if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return context.json({ error: "body is not JSON" }, 400);
    console.error(error);
    return context.json({ error: error.message }, 500);
  });
  return app;
}

function registerClock(app: Hono, host: ControlHost): void {
  const answer = (context: Context): Response => {
    const { now, frozen, speed } = host.world().clock.state();
    return context.json({ now: formatDate(now), ms: now, frozen, speed });
  };
  app.get("/_control/clock", answer);
  app.post("/_control/clock/advance", async (context) => {
    const step = advanceSchema.parse(await bodyOf(context));
    host.world().clock.advance("ms" in step ? step.ms : Math.round(step.seconds * 1000));
    return answer(context);
  });
  app.post("/_control/clock/freeze", (context) => {
    host.world().clock.freeze();
    return answer(context);
  });
  app.post("/_control/clock/run", async (context) => {
    host.world().clock.run(runSchema.parse(await bodyOf(context)).speed);
    return answer(context);
  });
}

function registerFaults(app: Hono, host: ControlHost): void {
  app.get("/_control/faults", (context) => context.json(host.faults.list()));
  app.post("/_control/faults", async (context) => {
    const rule = faultRuleSchema.parse(await bodyOf(context));
    return context.json(host.faults.add(rule), 201);
  });
  app.delete("/_control/faults", (context) => {
    host.faults.clear();
    return context.json({ ok: true });
  });
}

function stateOf({ world, ledger }: ControlHost): object {
  const { store, clock, settings } = world();
  return {
    now: formatDate(clock.now()),
    balance: toDollars(store.balance),
    settings,
    counts: {
      projects: store.projects.size,
      pools: store.pools.size,
      tasks: store.tasks.size,
      operations: store.operations.size,
      requests: ledger().size(),
    },
    pools: [...store.pools.values()].map((pool) => ({
      id: pool.id,
      project_id: pool.projectId,
      private_name: String(pool.body.private_name),
      status: pool.status,
      last_close_reason: pool.lastCloseReason ?? null,
      will_expire: formatDate(pool.willExpire),
      tasks: pool.tasks.length,
    })),
  };
}

function numberQuery(context: Context, name: string): number | undefined {
  const text = context.req.query(name);
  return text === undefined ? undefined : z.coerce.number().int().min(0).parse(text);
}

/** The JSON body; an empty one counts as an empty object. */
async function bodyOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  return body;
}
