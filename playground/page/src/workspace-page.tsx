import { mount } from "./mount.ts";

mount(<h1>PLAYGROUND: no money, no Slack</h1>);
