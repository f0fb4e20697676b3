import { isObject, type JsonObject } from "../json.ts";
import { judgeMessage } from "../judge.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel, User } from "../world/entities.ts";
import { contentOf, contentPart } from "../world/message-content.ts";
import { postMessage } from "../world/post-message.ts";
import type { Delivered } from "./app-link.ts";
import { channelPart, VERIFICATION_TOKEN } from "./payload-parts.ts";
import { failureWord, slackbotNote } from "./slackbot-note.ts";

/** Runs a slash command. `text` is the whole line, such as `/toloka help`. Undefined: Slack knows no such command. */
export async function sendCommand(
  workspace: Workspace,
  user: User,
  channel: Channel,
  line: string,
): Promise<Delivered | undefined> {
  const [command = "", ...rest] = line.trim().split(/\s+/u);
  const { world, manifest } = workspace;
  if (manifest.commands !== undefined && !manifest.commands.includes(command)) {
    slackbotNote(workspace, channel, user.id, `${command} is not a valid command.`);
    return undefined;
  }
  const target = { userId: user.id, channelId: channel.id, messageTs: undefined };
  const base = workspace.baseUrl();
  const delivered = await workspace.appLink.send({
    type: "slash_command",
    socketType: "slash_commands",
    form: "fields",
    user: user.id,
    payload: {
      token: VERIFICATION_TOKEN,
      team_id: world.team.id,
      team_domain: world.team.domain,
      channel_id: channel.id,
      channel_name: channelPart(channel).name,
      user_id: user.id,
      user_name: user.name,
      command,
      text: rest.length === 0 ? "" : line.trim().slice(command.length).trim(),
      api_app_id: world.app.id,
      is_enterprise_install: "false",
      response_url: workspace.responseUrls.issue(base, "commands", target),
      trigger_id: workspace.triggers.issue({
        userId: user.id,
        channelId: channel.id,
        viewId: undefined,
      }),
    },
  });
  if (delivered.outcome === "acked") showAnswer(workspace, user, channel, delivered.body);
  else {
    const text = `${command} failed with the error "${failureWord(delivered)}"`;
    slackbotNote(workspace, channel, user.id, text);
  }
  return delivered;
}

/** The body of a command's acknowledgement becomes a message: private unless it says `in_channel`. */
function showAnswer(workspace: Workspace, user: User, channel: Channel, body: unknown): void {
  if (body === null || body === "") return;
  const answer: JsonObject = isObject(body) ? body : { text: String(body) };
  if (Object.keys(answer).length === 0) return;
  const refusal = judgeMessage(workspace, contentPart(answer));
  if (refusal !== undefined) {
    workspace.ledger.append({
      kind: "violation",
      where: "ack of a slash command",
      messages: [refusal.error, ...refusal.messages],
      payload: answer,
    });
    slackbotNote(workspace, channel, user.id, 'The answer failed with the error "invalid_blocks"');
    return;
  }
  postMessage(workspace.world, channel, {
    user: workspace.world.app.botUserId,
    fromApp: true,
    content: contentOf(answer),
    ephemeralTo: answer.response_type === "in_channel" ? undefined : user.id,
  });
}
