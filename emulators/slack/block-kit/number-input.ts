import { dispatchConfig, placeholder } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import { member } from "./json.ts";
import { below, failed, type Rule, soundThen } from "./rule.ts";
import { flag, formatted } from "./scalar-rules.ts";

const bounds = ["initial_value", "min_value", "max_value"] as const;

const decimal = formatted("number as string", (text) => /^-?\d+(\.\d+)?$/.test(text));

const wholeUnlessAllowed: Rule = (value, pointer) =>
  member(value, "is_decimal_allowed") === true
    ? []
    : bounds.flatMap((key) =>
        String(member(value, key) ?? "").includes(".")
          ? [failed(below(pointer, key), "must not be a decimal number", "is_decimal_allowed")]
          : [],
      );

const orderedBounds: Rule = (value, pointer) => {
  const [least, most] = [member(value, "min_value"), member(value, "max_value")];
  return least !== undefined && most !== undefined && Number(least) > Number(most)
    ? [
        failed(
          below(pointer, "min_value"),
          "must not be greater than max_value",
          "min_value <= max_value",
        ),
      ]
    : [];
};

/** A number to type. All its numbers are strings, and whether decimals are allowed has no default. */
export const numberInput: Rule = soundThen(
  interactive(
    { is_decimal_allowed: flag },
    {
      initial_value: decimal,
      min_value: decimal,
      max_value: decimal,
      dispatch_action_config: dispatchConfig,
      focus_on_load: flag,
      placeholder,
    },
  ),
  wholeUnlessAllowed,
  orderedBounds,
);
