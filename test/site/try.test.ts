import { it } from "vitest";
it("try", async () => {
  const m = await import(new URL("../../docs/site/playground/judge-code.ts", import.meta.url).href);
  const s = await import(new URL("../../docs/site/playground/state.ts", import.meta.url).href);
  const e = await import(new URL("../../docs/site/playground/examples.ts", import.meta.url).href);
  for (let i = 0; i < 3; i++) for (const x of e.examples) { const t = performance.now(); const j = m.judgeCode({ ...s.initialState, code: x.code + " ".repeat(i), language: x.language }); console.log(x.title, Math.round(performance.now() - t)); }
});
