import type { Environment } from "../domain/environment.ts";

/** Toloka's own web pages (the requester's interface of each installation). */
const pages: { readonly [E in Environment]: string } = {
  sandbox: "https://platform.sandbox.toloka.ai",
  production: "https://platform.toloka.ai",
};

/** The page of a pool, or of its project while there is no pool; null while there is neither. */
export const tolokaPage = (
  environment: Environment,
  projectId: string | null,
  poolId: string | null,
): string | null => {
  if (projectId === null) return null;
  const project = `${pages[environment]}/requester/project/${projectId}`;
  return poolId === null ? project : `${project}/pool/${poolId}`;
};
