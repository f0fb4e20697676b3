import { Hono } from "hono";
import { applyFault } from "../apply-fault.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import type { Workspace } from "../workspace.ts";
import type { StoredFile } from "../world/entities.ts";

/** What Slack shows to a download without the token: a page to log in, with status 200. */
const LOGIN_PAGE =
  "<!DOCTYPE html><html><head><title>Slack</title></head><body><form>Sign in to your workspace</form></body></html>";

/** Upload addresses (`/upload/v1/ID`) and private downloads (`/files-pri/TEAM-ID/NAME`). */
export function fileRoutes(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const { ledger, faults } = workspace;

  routes.post("/upload/v1/:id", async (context) => {
    const id = context.req.param("id");
    const content = await uploadedBytes(context);
    const file = workspace.world.files.get(id);
    const faulted = await applyFault(context, faults.take("upload"), async () =>
      storeUpload(context, file, content),
    );
    const { status } = faulted.response;
    ledger.append({ kind: "upload", file: id, bytes: content.length, status });
    return faulted.response;
  });

  const download = async (context: HttpContext): Promise<Response> => {
    const id = (context.req.param("place") ?? "").split("-")[1] ?? "";
    const bearer = context.req.header("authorization") === `Bearer ${workspace.botToken}`;
    const file = workspace.world.files.get(id);
    const mayRead = bearer && workspace.manifest.scopes.includes("files:read");
    const faulted = await applyFault(context, faults.take("download"), async () => {
      if (!mayRead) return context.html(LOGIN_PAGE);
      if (file === undefined || file.state !== "complete") return context.text("Not Found", 404);
      return context.body(new Uint8Array(file.content), 200, {
        "content-type": "application/octet-stream",
        "content-length": String(file.size),
      });
    });
    const { status } = faulted.response;
    const bytes = mayRead && status === 200 ? (file?.size ?? 0) : 0;
    ledger.append({ kind: "download", file: id, bearer, status, bytes });
    return faulted.response;
  };
  routes.get("/files-pri/:place/:name", download);
  routes.get("/files-pri/:place/download/:name", download);
  return routes;
}

function storeUpload(
  context: HttpContext,
  file: StoredFile | undefined,
  content: Uint8Array,
): Response {
  if (file === undefined || file.state === "complete") return context.text("Not Found", 404);
  if (content.length !== file.size) {
    return context.text(`expected ${file.size} bytes, got ${content.length}`, 400);
  }
  file.content = content;
  file.state = "uploaded";
  return context.text(`OK - ${content.length}`);
}

/** The bytes as a raw body, or as the first file of a form. */
async function uploadedBytes(context: HttpContext): Promise<Uint8Array> {
  const type = context.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return new Uint8Array(await context.req.arrayBuffer());
  }
  const form = await context.req.formData();
  for (const value of form.values()) {
    if (value instanceof File) return new Uint8Array(await value.arrayBuffer());
  }
  return new Uint8Array();
}
