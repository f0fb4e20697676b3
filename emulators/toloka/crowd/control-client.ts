import { z } from "zod";
import {
  type ChargesState,
  type CrowdRequest,
  type CrowdState,
  chargesSchema,
  crowdStateSchema,
  type TruthRequest,
} from "./control-schemas.ts";

/** The crowd's part of the control API, typed. */
export type CrowdControl = {
  /** Replaces the crowd. */
  placeCrowd(crowd?: CrowdRequest): Promise<CrowdState>;
  startCrowd(): Promise<CrowdState>;
  stopCrowd(): Promise<CrowdState>;
  crowd(): Promise<CrowdState>;
  /** Plants right answers; how many tasks they reached. */
  plantTruth(answers: TruthRequest["answers"]): Promise<number>;
  /** The account's book, in micro-dollars. */
  charges(): Promise<ChargesState>;
};

/** Sends a request of the control API and reads its answer. */
type Caller = <T>(method: string, path: string, schema: z.ZodType<T>, body?: object) => Promise<T>;

/** The calls about the crowd over `call`. */
export function crowdControl(call: Caller): CrowdControl {
  return {
    placeCrowd: (crowd = {}) => call("POST", "/crowd", crowdStateSchema, crowd),
    startCrowd: () => call("POST", "/crowd/start", crowdStateSchema),
    stopCrowd: () => call("POST", "/crowd/stop", crowdStateSchema),
    crowd: () => call("GET", "/crowd", crowdStateSchema),
    async plantTruth(answers) {
      const schema = z.object({ planted: z.number() });
      return (await call("POST", "/truth", schema, { answers })).planted;
    },
    charges: () => call("GET", "/charges", chargesSchema),
  };
}
