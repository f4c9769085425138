import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "json",
  title:
    "JSON of tools (launch.json, tasks.json, devcontainer.json, nodemon.json, vercel.json, app.json, PM2, ECS, CloudFormation, Azure Functions, node.config.json, proxy.conf.json)",
  reads: "variables by their name, commands, flags of Node, `secure: false` of a proxy",
  mends: "the member, the words, or the value",
  path: /(^|\/)\.vscode\/(launch|tasks|settings)\.json$|\.code-workspace$|(^|\/)\.?devcontainer\.json$|(^|\/)(nodemon|vercel|now|app|turbo|project|cdk|local\.settings|launchSettings|process|pm2[^/]*|ecosystem\.config|[^/]*task-?def[^/]*|node\.config|[^/]*proxy\.conf(?:ig)?|proxy-conf(?:ig)?|[^/]*template|cloudformation[^/]*)\.json$/,
});
