import type { FunctionComponent } from "preact";
import { CollapseView, DeviceFrameView, GroupView, LabeledListView, ListView } from "./boxes.tsx";
import {
  ButtonRadio,
  ButtonRadioGroup,
  Checkbox,
  CheckboxGroup,
  RadioGroup,
  Select,
} from "./choices.tsx";
import { AudioField, FileField, MediaFileField } from "./files.tsx";
import { ImageAnnotationField } from "./image-annotation.tsx";
import {
  BarsLayout,
  ColumnsLayout,
  CompareLayout,
  SideBySideLayout,
  SidebarLayout,
} from "./layouts.tsx";
import { ListField } from "./list-field.tsx";
import { MapField, MapView } from "./maps.tsx";
import { ImageView } from "./pictures.tsx";
import { AudioView, VideoView } from "./players.tsx";
import { QuizField } from "./quiz.tsx";
import type { Drawn } from "./task-context.ts";
import { TextAnnotationField } from "./text-annotation.tsx";
import {
  DateField,
  EmailField,
  NumberField,
  PhoneField,
  TextareaField,
  TextField,
} from "./text-fields.tsx";
import {
  ActionButtonView,
  AlertView,
  DividerView,
  IframeView,
  LinkGroupView,
  LinkView,
  MarkdownView,
  TextView,
} from "./texts.tsx";

/** What draws each component type. */
export const components: ReadonlyMap<string, FunctionComponent<Drawn>> = new Map([
  ["view.action-button", ActionButtonView],
  ["view.alert", AlertView],
  ["view.audio", AudioView],
  ["view.collapse", CollapseView],
  ["view.device-frame", DeviceFrameView],
  ["view.divider", DividerView],
  ["view.group", GroupView],
  ["view.iframe", IframeView],
  ["view.image", ImageView],
  ["view.labeled-list", LabeledListView],
  ["view.link", LinkView],
  ["view.link-group", LinkGroupView],
  ["view.list", ListView],
  ["view.map", MapView],
  ["view.markdown", MarkdownView],
  ["view.text", TextView],
  ["view.video", VideoView],
  ["field.audio", AudioField],
  ["field.button-radio", ButtonRadio],
  ["field.button-radio-group", ButtonRadioGroup],
  ["field.checkbox", Checkbox],
  ["field.checkbox-group", CheckboxGroup],
  ["field.date", DateField],
  ["field.email", EmailField],
  ["field.file", FileField],
  ["field.image-annotation", ImageAnnotationField],
  ["field.list", ListField],
  ["field.map", MapField],
  ["field.media-file", MediaFileField],
  ["field.number", NumberField],
  ["field.phone-number", PhoneField],
  ["field.quiz", QuizField],
  ["field.radio-group", RadioGroup],
  ["field.select", Select],
  ["field.text", TextField],
  ["field.text-annotation", TextAnnotationField],
  ["field.textarea", TextareaField],
  ["layout.bars", BarsLayout],
  ["layout.columns", ColumnsLayout],
  ["layout.compare", CompareLayout],
  ["layout.side-by-side", SideBySideLayout],
  ["layout.sidebar", SidebarLayout],
]);
