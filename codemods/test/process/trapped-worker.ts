/** For NODE_OPTIONS: what the process that judges does when it is handed `hit.js`, in JavaScript, instead of judging it. */
function trap(script: string): string {
  const module = `
    import { writeFileSync } from "node:fs";
    const { send } = process;
    if (send) process.send = (...told) => {
      // the first that it says is that it is ready; who listens earlier is handed what is meant for it
      process.send = send;
      process.on("message", ({ task }) => {
        if (task?.path === "hit.js") { ${script} }
      });
      return send.apply(process, told);
    };
  `;
  return `--import=data:text/javascript,${encodeURIComponent(module)}`;
}

export const stuck = trap("for (;;);");

export const insatiable = trap("for (const all = []; ; ) all.push(new Array(100_000).fill(0));");

/** Leaves the number of its process in a file first. */
export const stuckAfterWriting = (file: string) =>
  trap(`writeFileSync(${JSON.stringify(file)}, String(process.pid)); for (;;);`);
