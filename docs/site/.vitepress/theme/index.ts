import "./style.css";
import DefaultTheme from "vitepress/theme";
import { defineAsyncComponent, h } from "vue";
import HomeFinding from "./HomeFinding.vue";
import { useLandmarks } from "./landmarks.js";

export default {
  extends: DefaultTheme,
  Layout: {
    setup() {
      useLandmarks();
      return () => h(DefaultTheme.Layout, null, { "home-hero-image": () => h(HomeFinding) });
    },
  },
  enhanceApp({ app }: { app: import("vue").App }) {
    app.component(
      "Playground",
      defineAsyncComponent(() => import("../../playground/Playground.vue")),
    );
  },
};
