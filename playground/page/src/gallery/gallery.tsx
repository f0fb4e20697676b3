import { objectsOf, textOf } from "../ui/json.ts";
import { Exhibit } from "./exhibit.tsx";

const anchor = (title: string): string => title.toLowerCase().replace(/[^a-z]+/g, "-");

/** What the bot sends, section by section, each with its own address. */
export const Gallery = ({ content }: { readonly content: unknown }) => {
  const sections = objectsOf(content);
  return (
    <main class="gallery">
      <h1>Gallery</h1>
      <p>
        What Lifeguard sends, drawn from the functions that make it.{" "}
        <a href="?theme=light">Light</a> · <a href="?theme=dark">Dark</a> ·{" "}
        <a href="/">Workspace</a>
      </p>
      <nav aria-label="Sections">
        {sections.map(({ title }) => (
          <a key={textOf(title)} href={`#${anchor(textOf(title))}`}>
            {textOf(title)}
          </a>
        ))}
      </nav>
      {sections.map((section) => (
        <section key={textOf(section.title)} id={anchor(textOf(section.title))}>
          <h2>{textOf(section.title)}</h2>
          {objectsOf(section.exhibits).map((exhibit) => (
            <Exhibit key={textOf(exhibit.name)} exhibit={exhibit} />
          ))}
        </section>
      ))}
    </main>
  );
};
