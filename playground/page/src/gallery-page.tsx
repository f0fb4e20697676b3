import { mount } from "./mount.ts";

mount(<h1>Gallery</h1>);
