import type { Complaint } from "../block-kit/complaint.ts";
import { validateHome } from "../block-kit/validate-home.ts";
import { validateMessage } from "../block-kit/validate-message.ts";
import { validateModal } from "../block-kit/validate-modal.ts";
import { isObject } from "../json.ts";
import { type ApiMethods, invalidArguments, jsonArgument } from "./api-call.ts";

const SUBJECTS = ["blocks", "message", "view"] as const;

/** The judge by itself: exactly one of blocks, message or view; the complaints as Slack lists them. */
export const blocksValidate: ApiMethods = {
  "blocks.validate": {
    scopes: [],
    run(call) {
      const given = SUBJECTS.flatMap((name) => {
        const value = jsonArgument(call, name, "invalid_arguments");
        return value === undefined ? [] : [{ name, value }];
      });
      const [only] = given;
      if (only === undefined || given.length > 1) {
        throw invalidArguments("[ERROR] exactly one of blocks, message, view must be given");
      }
      const errors = judged(only.name, only.value).map(
        ({ pointer, code, message, constraint }) => ({
          pointer,
          code,
          message,
          ...(constraint === undefined ? {} : { constraint }),
        }),
      );
      return { errors };
    },
  },
};

function judged(name: (typeof SUBJECTS)[number], value: unknown): Complaint[] {
  switch (name) {
    case "blocks":
      return validateMessage({ blocks: value });
    case "message":
      return validateMessage(value);
    case "view":
      return isObject(value) && value.type === "home" ? validateHome(value) : validateModal(value);
  }
}
