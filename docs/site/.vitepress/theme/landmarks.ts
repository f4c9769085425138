import { useRoute } from "vitepress";
import { nextTick, onMounted, watch } from "vue";

/** Gives pages what the theme leaves out for screen readers, again after each change of the page. */
export function useLandmarks(): void {
  const route = useRoute();
  const mend = () => void nextTick(mendLandmarks);
  onMounted(mend);
  watch(() => route.path, mend, { flush: "post" });
}

function mendLandmarks(): void {
  // the home page and the playground have no `main` of their own
  const content = document.getElementById("VPContent");
  if (content?.querySelector("main")) content.removeAttribute("role");
  else content?.setAttribute("role", "main");
  // a button may hold no other one; that which is inside opens the group, too
  for (const item of document.querySelectorAll(".VPSidebarItem > .item[role='button']")) {
    item.removeAttribute("role");
    item.removeAttribute("tabindex");
  }
}
