import type { Pool } from "../entities.ts";
import { isObject, type JsonObject, objectOr } from "../json.ts";
import type { World } from "../world.ts";

/** One collector with its rules; `wide` when the whole project shares it. */
export type QualityConfig = {
  type: string;
  uuid: string;
  parameters: JsonObject;
  wide: boolean;
  rules: readonly Rule[];
};

/** What is to happen when all conditions hold. */
export type Rule = {
  conditions: readonly { key: string; operator: string; value: unknown }[];
  action: string;
  parameters: JsonObject;
};

/** The collectors that watch a pool: its own and its project's. */
export function configsOf({ store }: World, pool: Pool): QualityConfig[] {
  const project = store.projects.get(pool.projectId);
  return [...read(pool.body, false), ...read(project?.body ?? {}, true)];
}

function read(body: JsonObject, wide: boolean): QualityConfig[] {
  return objects(objectOr(body.quality_control).configs).map((config) => {
    const collector = objectOr(config.collector_config);
    return {
      type: String(collector.type),
      uuid: String(collector.uuid),
      parameters: objectOr(collector.parameters),
      wide,
      rules: objects(config.rules).map((rule) => ({
        conditions: objects(rule.conditions).map(({ key, operator, value }) => ({
          key: String(key),
          operator: String(operator),
          value,
        })),
        action: String(objectOr(rule.action).type),
        parameters: objectOr(objectOr(rule.action).parameters),
      })),
    };
  });
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
