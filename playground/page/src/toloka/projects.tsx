import type { Project } from "./client.ts";

/** The account's projects, the newest first. */
export const Projects = (props: { readonly projects: readonly Project[] }) => (
  <section aria-label="Projects">
    <h3>Projects</h3>
    {props.projects.length === 0 && <p class="quiet-text">None yet.</p>}
    <ul class="pools">
      {props.projects.toReversed().map((project) => (
        <li key={project.id}>
          <strong>{project.public_name}</strong>
          <small>
            {project.id} · {project.pools} {project.pools === 1 ? "pool" : "pools"}
            {project.status === "ACTIVE" ? "" : ` · ${project.status}`}
          </small>
        </li>
      ))}
    </ul>
  </section>
);
