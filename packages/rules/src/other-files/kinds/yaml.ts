import { defineFileKind } from "../define-file-kind.js";

export default defineFileKind({
  name: "yaml",
  title:
    "other YAML files (Kubernetes, Helm, Kustomize, serverless, CloudFormation, Azure, Bitbucket and CircleCI pipelines, Ansible, Taskfile)",
  reads: "variables under every key, lists of `name` and `value`, scripts and commands",
  mends: "the entry, or the words",
  path: /\.ya?ml$/,
  isRest: true,
  yaml: {
    // a template of Helm is no YAML to another parser
    globs: [],
    environments: [
      "env",
      "environment",
      "envVars",
      "env_vars",
      "variables",
      "Variables",
      "Environment",
      "data",
      "stringData",
    ],
    scripts: ["run", "script", "before_script", "after_script", "install", "before_install", "commands", "cmd", "cmds"],
    commands: ["command", "args", "entrypoint", "shell", "bash", "exec", "startCommand", "buildCommand"],
    isOpen: true,
  },
});
