import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  AuthorizationError,
  type HTTPReceiverOptions,
} from "@slack/bolt";
import { z } from "zod";
import { parseCommand } from "../domain/grammar.ts";
import type { Toolbox } from "./toolbox.ts";

/** A signature may be so much younger than this machine's clock, in milliseconds; Bolt looks at its age only. */
const mostAheadMs = 5 * 60_000;

/** Under this name the moment of signing travels with a request. */
const signedAt = "signedAtMs";

/** What is read of any request: every act of a person has a trigger of its own. */
const requestSchema = z.looseObject({
  trigger_id: z.string().optional(),
  command: z.string().optional(),
  text: z.string().optional(),
});

/** Reads when a request was signed, in milliseconds; Bolt has checked the signature by then. */
export const readSignedAt: NonNullable<HTTPReceiverOptions["customPropertiesExtractor"]> = (
  request,
) => ({ [signedAt]: Number(request.headers["x-slack-request-timestamp"]) * 1_000 });

/** Help and refusals are the same however often they are asked for, and need no database. */
const isHarmless = (request: z.output<typeof requestSchema>): boolean =>
  request.command !== undefined &&
  ["help", "refused"].includes(parseCommand(request.text ?? "").kind);

/**
 * Lets each act of a person through once: a signed request stays valid for minutes, so that whoever
 * catches one could send it again. What comes again is acknowledged and dropped; what was signed in the
 * future, and so would stay valid for longer, is refused.
 */
export const guardRequests =
  ({ deps }: Toolbox) =>
  async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const time = args.context[signedAt];
    if (typeof time === "number" && time - deps.clock.now().getTime() > mostAheadMs) {
      throw new AuthorizationError("signed in the future", new Error("signed in the future"));
    }
    const request = requestSchema.safeParse(args.body);
    const trigger = request.success ? request.data.trigger_id : undefined;
    if (!request.success || trigger === undefined || isHarmless(request.data)) return args.next();
    if (await deps.database.deliveries.first(`trigger ${trigger}`, "slack")) return args.next();
    deps.log.warn({}, "a request came again and was dropped");
    if ("ack" in args && typeof args.ack === "function") await args.ack();
  };
