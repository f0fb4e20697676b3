import { slackFile } from "./composition-objects.ts";
import { every, type Rule } from "./rule.ts";
import { string, webUrl } from "./scalar-rules.ts";
import { anything, eitherOf, object } from "./shape-rules.ts";

/** A picture from the web or from Slack, with the members its place adds. */
export const picture = (extra: Readonly<Record<string, Rule>> = {}): Rule =>
  every(
    object(
      { type: anything, alt_text: string(2000) },
      { image_url: webUrl, slack_file: slackFile, ...extra },
    ),
    eitherOf("image_url", "slack_file"),
  );
