/** A button that turns the page dark or light; until it is used, the system's choice holds. */
export function startThemeButton(button: HTMLElement): void {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () =>
    (document.documentElement.dataset["theme"] ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const label = () => (button.textContent = isDark() ? "Light mode" : "Dark mode");
  button.addEventListener("click", () => {
    document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
    label();
  });
  prefersDark.addEventListener("change", label);
  label();
}
