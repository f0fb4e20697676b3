import { Icon } from "../ui/icon.tsx";

const colors = ["#2f6f4f", "#7a3e8f", "#a0462b", "#1f5f99", "#7a5c00", "#8a2d5b"];

/** A square with the initials of a name. */
export const Avatar = (props: { readonly name: string; readonly isApp: boolean }) => {
  const { name, isApp } = props;
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const initials = name
    .split(" ")
    .map((word) => word[0]?.toUpperCase() ?? "")
    .slice(0, 2)
    .join("");
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={`background: ${isApp ? "#0b3d2e" : colors[sum % colors.length]}`}
    >
      {isApp ? <Icon name="ring" size={22} /> : initials}
    </span>
  );
};
