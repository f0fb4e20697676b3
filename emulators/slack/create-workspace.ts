import { defaultSeed } from "./default-seed.ts";
import { createAppLink } from "./deliveries/app-link.ts";
import { createFaults } from "./faults.ts";
import { createLedger } from "./ledger.ts";
import { unrestrictedManifest } from "./manifest.ts";
import { defaultSettings, type SlackServerOptions } from "./options.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createSocketHub, type SocketHub } from "./socket-mode/socket-hub.ts";
import { createTriggers } from "./triggers.ts";
import type { Workspace } from "./workspace.ts";
import { createClock } from "./world/clock.ts";
import { createIds } from "./world/ids.ts";
import type { Seed } from "./world/seed.ts";
import { createWorld } from "./world/world.ts";

export type BuiltWorkspace = {
  workspace: Workspace;
  sockets: SocketHub;
  /** A fresh world from a seed (the first one when left out). The ledger goes on. */
  reset(seed?: Seed): void;
};

/** Builds all parts of a workspace; nothing listens yet. `baseUrl` is asked for when it is known. */
export function createWorkspace(
  options: SlackServerOptions,
  baseUrl: () => string,
): BuiltWorkspace {
  const clock = createClock();
  const ids = createIds(clock);
  const firstSeed = options.seed ?? defaultSeed;
  const settings = { ...defaultSettings, ...options.settings };
  const ledger = createLedger(options.ledgerFile);
  const freshWorld = (seed: Seed) => {
    const world = createWorld(seed, ids, clock.now());
    return {
      world,
      triggers: createTriggers(clock, () => settings.triggerLifetimeMs, world.team.id),
      responseUrls: createResponseUrls(clock, () => settings.responseUrlLifetimeMs),
    };
  };
  const first = freshWorld(firstSeed);
  const sockets = createSocketHub(ledger, first.world.app.id);
  const workspace: Workspace = {
    botToken: options.botToken,
    appToken: options.appToken,
    manifest: options.manifest ?? unrestrictedManifest,
    settings,
    clock,
    ledger,
    faults: createFaults(),
    appLink: createAppLink({
      signingSecret: options.signingSecret,
      appUrl: options.appUrl,
      settings,
      ledger,
      sockets,
    }),
    judged: { validated: 0, refused: 0 },
    timers: new Set(),
    ...first,
    baseUrl,
    socketUrl: () => `${baseUrl().replace(/^http/, "ws")}/link/?ticket=${sockets.issueTicket()}`,
  };
  return {
    workspace,
    sockets,
    reset(seed = firstSeed) {
      Object.assign(workspace, freshWorld(seed));
      workspace.faults.clear();
    },
  };
}
