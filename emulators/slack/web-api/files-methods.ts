import { objectsOf, textOf } from "../json.ts";
import { judgeMessage } from "../judge.ts";
import { fileShape } from "../world/file-shape.ts";
import { postMessage } from "../world/post-message.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  invalidArguments,
  jsonArgument,
  optionalText,
  requiredText,
  wholeNumber,
} from "./api-call.ts";
import { postingChannel } from "./channel-access.ts";

/** Shares finished files in a conversation, as one message of the bot. */
function share(call: ApiCall, fileIds: string[]): void {
  const channelId = optionalText(call, "channel_id");
  if (channelId === undefined) return;
  const { workspace } = call;
  const { world } = workspace;
  const inChannel = { workspace, args: { ...call.args, channel: channelId } };
  const channel = postingChannel(inChannel);
  const threadTs = optionalText(call, "thread_ts");
  if (threadTs !== undefined && world.findMessage(channel.id, threadTs) === undefined) {
    throw new ApiError("thread_not_found");
  }
  const text = optionalText(call, "initial_comment") ?? "";
  const blocks = jsonArgument(call, "blocks", "invalid_blocks_format");
  if (blocks !== undefined) {
    const refusal = judgeMessage(workspace, { blocks });
    if (refusal !== undefined) {
      throw new ApiError(refusal.error, { response_metadata: { messages: refusal.messages } });
    }
  }
  for (const id of fileIds) world.files.get(id)?.channels.add(channel.id);
  postMessage(world, channel, {
    user: world.app.botUserId,
    fromApp: true,
    content: {
      text,
      blocks: blocks === undefined ? undefined : objectsOf(blocks),
      attachments: undefined,
    },
    threadTs,
    files: fileIds,
    subtype: "file_share",
  });
}

export const filesMethods: ApiMethods = {
  "files.getUploadURLExternal": {
    scopes: ["files:write"],
    run(call) {
      const { workspace } = call;
      const name = requiredText(call, "filename");
      const size = wholeNumber(call, "length", -1, 1_073_741_824);
      if (size < 1) throw invalidArguments("[ERROR] missing required field: length");
      const id = workspace.world.ids.next("F");
      workspace.world.files.set(id, {
        id,
        name,
        title: name,
        user: workspace.world.app.botUserId,
        size,
        content: new Uint8Array(),
        state: "announced",
        createdSeconds: Math.floor(workspace.clock.now() / 1000),
        channels: new Set(),
      });
      return { upload_url: `${workspace.baseUrl()}/upload/v1/${id}`, file_id: id };
    },
  },
  "files.completeUploadExternal": {
    scopes: ["files:write"],
    run(call) {
      const { world } = call.workspace;
      const entries = objectsOf(jsonArgument(call, "files", "invalid_arguments"));
      if (entries.length === 0) throw invalidArguments("[ERROR] missing required field: files");
      const files = entries.map((entry) => {
        const file = world.files.get(textOf(entry.id) ?? "");
        if (file === undefined || file.state !== "uploaded") throw new ApiError("file_not_found");
        return { file, title: textOf(entry.title) };
      });
      share(
        call,
        files.map(({ file }) => file.id),
      );
      for (const { file, title } of files) {
        file.state = "complete";
        if (title !== undefined) file.title = title;
      }
      return {
        files: files.map(({ file }) => fileShape(world, file, call.workspace.baseUrl())),
      };
    },
  },
  "files.info": {
    scopes: ["files:read"],
    run(call) {
      const { world } = call.workspace;
      const file = world.files.get(requiredText(call, "file"));
      if (file === undefined || file.state !== "complete") throw new ApiError("file_not_found");
      return {
        file: fileShape(world, file, call.workspace.baseUrl()),
        comments: [],
        response_metadata: { next_cursor: "" },
      };
    },
  },
};
