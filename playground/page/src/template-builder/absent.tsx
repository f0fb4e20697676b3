import { Icon } from "../ui/icon.tsx";

type AbsentProps = {
  /** What it would be, such as "Picture". */
  readonly what: string;
  readonly url: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly why?: string;
};

/** Stands for what is not loaded, and says so. */
export const Absent = ({ what, url, style = {}, why }: AbsentProps) => (
  <div class="tb-absent" style={style}>
    <p class="tb-absent-what">
      <Icon name={what === "Picture" ? "picture" : "file"} size={18} /> {what}
    </p>
    <p class="tb-address">{url === "" ? "no address" : url}</p>
    <p class="tb-absent-why">{why ?? "Not loaded: the playground loads nothing from outside."}</p>
  </div>
);
